import './import.css';
import { useRef } from 'preact/hooks';
import { date, number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { KeyTaking, PlainKey } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import type { FileKind, FileRefusal } from '../../import/read-file.ts';
import { type Import, useImport } from './use-import.ts';

const KINDS: Record<FileKind, PlainKey> = {
  bookmarks: 'bringBookmarks',
  karakeep: 'bringKarakeep',
  raindrop: 'bringRaindrop',
  pocket: 'bringPocket',
  readwise: 'bringReadwise',
  csv: 'bringCsv',
};
const REFUSAL_WORDS: Record<FileRefusal, KeyTaking<'file'>> = {
  size: 'bringSize',
  empty: 'bringEmpty',
  unknown: 'bringUnknown',
  none: 'bringNone',
};

/** Imports another app's export as captures: shows a preview, skips what is already captured, and can be undone. */
export function ImportBookmarks({ workspace }: { workspace: Workspace }) {
  const input = useRef<HTMLInputElement>(null);
  const { now, read, keep, stop, undo, leave } = useImport(workspace);
  const isBusy = now.state === 'reading' || now.state === 'keeping';
  return (
    <Section title={t('bringTitle')} about={t('bringAbout')}>
      <input
        ref={input}
        type="file"
        accept=".html,.htm,.csv,.json,text/html,text/csv,application/json"
        class="out-of-sight"
        tabIndex={-1}
        aria-label={t('bringChoose')}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          // So that choosing the same file again fires a change event.
          currentTarget.value = '';
          if (chosen) read(chosen);
        }}
      />
      {!isBusy && now.state !== 'preview' && (
        <p>
          <Button onClick={() => input.current?.click()}>{t('bringChoose')}</Button>
        </p>
      )}
      {now.state === 'reading' && <p role="status">{t('bringReading', { file: now.file })}</p>}
      {now.state === 'refused' && <p role="alert">{t(REFUSAL_WORDS[now.reason], { file: now.file })}</p>}
      {now.state === 'preview' && <Preview now={now} onKeep={() => keep(now.plan)} onLeave={leave} />}
      {now.state === 'keeping' && <Keeping now={now} onStop={stop} />}
      {now.state === 'imported' && (
        <div class="bring-done" role={now.error ? 'alert' : 'status'}>
          <p>{doneWords(now)}</p>
          {(now.imported.length > 0 || now.made.length > 0) && (
            <Button onClick={() => undo(now)}>{t('uiUndo')}</Button>
          )}
        </div>
      )}
      {now.state === 'dropped' && <p role="status">{t('bringDropped', { n: now.n })}</p>}
      {now.state === 'failed' && <p role="alert">{t('uiChangeFailed', { error: String(now.error) })}</p>}
    </Section>
  );
}

function doneWords({ imported, stopped, error }: Extract<Import, { state: 'imported' }>): string {
  if (error) return t('bringBroke', { n: imported.length, error: String(error) });
  return t(stopped ? 'bringStopped' : 'bringKept', { n: imported.length });
}

function Keeping({ now, onStop }: { now: Extract<Import, { state: 'keeping' }>; onStop: () => void }) {
  const { done, total } = now;
  const { language } = current.value;
  return (
    <div class="bring-done">
      <p role="status">{t('bringKeeping')}</p>
      <progress aria-label={t('bringKeeping')} max={Math.max(1, total)} value={done} />
      <p class="caption">{t('dataOf', { done: number(done, language), total: number(total, language) })}</p>
      <Button onClick={onStop}>{t('dataStop')}</Button>
    </div>
  );
}

/** Entries shown in the preview. */
const FEW = 5;

interface PreviewProps {
  now: Extract<Import, { state: 'preview' }>;
  onKeep: () => void;
  onLeave: () => void;
}

/** What the import would change, before it does. */
function Preview({ now: { file, kind, plan, skipped, more }, onKeep, onLeave }: PreviewProps) {
  const { fresh, known } = plan;
  const { language } = current.value;
  const folders = new Set(fresh.flatMap(({ bookmark }) => bookmark.collections));
  const nested = [...folders].find((name) => name.includes(' / '));
  const shown = fresh.slice(0, FEW);
  return (
    <div class="bring-preview">
      <p role="status">{t('bringFile', { file, kind: t(KINDS[kind]) })}</p>
      <ul class="bring-counts">
        <li>{t('bringFresh', { n: fresh.length })}</li>
        {known.length > 0 && <li>{t('bringKnown', { n: known.length })}</li>}
        {skipped > 0 && <li>{t('bringSkipped', { n: skipped })}</li>}
        {folders.size > 0 && <li>{t('bringFolders', { n: folders.size })}</li>}
        {more && <li>{t('bringMore')}</li>}
      </ul>
      {shown.length > 0 && (
        <ul class="bring-few" aria-label={t('bringFirst')}>
          {shown.map(({ bookmark, post }) => (
            <li key={post.key}>
              <span class="one-line" dir="auto">
                {post.title}
              </span>
              <span class="caption one-line">
                {[
                  new URL(post.url).host,
                  bookmark.at !== null && date(bookmark.at, language),
                  ...bookmark.collections,
                  ...bookmark.tags.map((tag) => `#${tag}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nested && <p class="caption">{t('bringNested', { name: nested })}</p>}
      <p class="caption">{t('bringPartial')}</p>
      <div class="bring-actions">
        <Button onClick={onLeave}>{t('dataCancel')}</Button>
        <Button kind="shu" disabled={fresh.length === 0} onClick={onKeep}>
          {t('bringKeep', { n: fresh.length })}
        </Button>
      </div>
    </div>
  );
}
