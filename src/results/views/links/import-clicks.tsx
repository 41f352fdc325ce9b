import { useRef, useState } from 'preact/hooks';
import { dayOf, startOfDay } from '../../../activity/event.ts';
import { shortLinks } from '../../../click/tables.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { dropImported, type ImportedRows, importedRows, keepImported } from '../../import/keep.ts';
import { type ImportRefusal, MOST_BYTES, type ReadFile, readClicksFile } from '../../import/read.ts';

const REFUSALS: Record<ImportRefusal, 'clicksFileSize' | 'clicksFileEmpty' | 'clicksFileColumns'> = {
  size: 'clicksFileSize',
  empty: 'clicksFileEmpty',
  columns: 'clicksFileColumns',
};

type Chosen = Extract<ReadFile, { ok: true }> & { readonly name: string };

/** Brings in what another shortener or Google Analytics counted, from a file, marked as such. */
export function ImportClicks({ workspace }: { workspace: Workspace }) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [wrong, setWrong] = useState('');
  const imported = useLive(
    () =>
      workspace
        .rows(shortLinks)
        .filter(({ from }) => from === 'file')
        .count(),
    [workspace],
  );
  const read = async (file: File) => {
    const said: ReadFile =
      file.size > MOST_BYTES ? { ok: false, reason: 'size' } : readClicksFile(await file.text());
    setWrong(said.ok ? '' : t(REFUSALS[said.reason], { file: file.name }));
    setChosen(said.ok ? { ...said, name: file.name } : null);
  };
  const keep = async (rows: ImportedRows) => {
    await keepImported(workspace, rows);
    setChosen(null);
    showToast(t('clicksFileKept', { n: rows.links.length }));
  };
  const drop = () =>
    void dropImported(workspace).then(
      () => showToast(t('clicksFileDropped')),
      (error: unknown) => showToast(t('activityFailed', { error: String(error) })),
    );
  return (
    <Section title={t('clicksFile')} about={t('clicksFileAbout')}>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void read(file).catch((error: unknown) => setWrong(String(error)));
          event.currentTarget.value = '';
        }}
      />
      <p>
        <Button onClick={() => input.current?.click()}>{t('clicksFileChoose')}</Button>{' '}
        {imported.state === 'ready' && imported.value > 0 && (
          <Button kind="quiet" onClick={drop}>
            {t('clicksFileDrop', { n: imported.value })}
          </Button>
        )}
      </p>
      <p class="field-error" role="alert" hidden={!wrong}>
        {wrong}
      </p>
      {chosen && <Preview chosen={chosen} onKeep={keep} onClose={() => setChosen(null)} />}
    </Section>
  );
}

interface PreviewProps {
  chosen: Chosen;
  onKeep: (rows: ImportedRows) => Promise<void>;
  onClose: () => void;
}

/** What bringing the file in would change, before anything is. */
function Preview({ chosen, onKeep, onClose }: PreviewProps) {
  const now = Date.now();
  const undated = chosen.until || dayOf(now);
  const rows = importedRows(chosen.clicks, undated, now);
  const clicks = chosen.clicks.reduce((sum, one) => sum + one.clicks, 0);
  const without = chosen.clicks.filter(({ day }) => day === 0).length;
  const day = date(startOfDay(undated), current.value.language);
  return (
    <div role="status">
      <p>{t('clicksFileFound', { file: chosen.name, clicks, links: rows.links.length })}</p>
      {without > 0 && <p class="caption">{t('clicksFileUndated', { n: without, day })}</p>}
      {chosen.skipped > 0 && <p class="caption">{t('clicksFileSkipped', { n: chosen.skipped })}</p>}
      <Button kind="shu" disabled={rows.links.length === 0} onClick={() => void onKeep(rows)}>
        {t('clicksFileKeep')}
      </Button>{' '}
      <Button kind="quiet" onClick={onClose}>
        {t('clicksFileLeave')}
      </Button>
    </div>
  );
}
