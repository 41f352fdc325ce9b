import { useRef, useState } from 'preact/hooks';
import { dayOf, startOfDay } from '../../activity/event.ts';
import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { type DayOrder, momentIn } from '../../post/parse-dates.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type ImportRefusal, MOST_BYTES, type ReadFile, readClicksFile } from '../import/read.ts';
import {
  type ChannelOfSource,
  dropImported,
  type ImportedRows,
  importedRows,
  keepImported,
} from '../import/store-rows.ts';
import { shortLinks } from '../tables.ts';

const REFUSAL_WORDS: Record<ImportRefusal, 'clicksFileSize' | 'clicksFileEmpty' | 'clicksFileColumns'> = {
  size: 'clicksFileSize',
  empty: 'clicksFileEmpty',
  columns: 'clicksFileColumns',
};

type Chosen = Extract<ReadFile, { ok: true }> & { readonly name: string; readonly text: string };

interface ImportClicksProps {
  workspace: Workspace;
  channelOf: ChannelOfSource;
}

/** Imports counts of another shortener or Google Analytics from a file, marked as such. */
export function ImportClicks({ workspace, channelOf }: ImportClicksProps) {
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
    const text = file.size > MOST_BYTES ? '' : await file.text();
    const result: ReadFile = file.size > MOST_BYTES ? { ok: false, reason: 'size' } : readClicksFile(text);
    setWrong(result.ok ? '' : t(REFUSAL_WORDS[result.reason], { file: file.name }));
    setChosen(result.ok ? { ...result, name: file.name, text } : null);
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
      {chosen && (
        <Preview chosen={chosen} channelOf={channelOf} onKeep={keep} onClose={() => setChosen(null)} />
      )}
    </Section>
  );
}

interface PreviewProps {
  chosen: Chosen;
  channelOf: ChannelOfSource;
  onKeep: (rows: ImportedRows) => Promise<void>;
  onClose: () => void;
}

interface WhichDayProps {
  /** A date of the file that could be two days. */
  date: string;
  order: DayOrder | null;
  onChoose: (order: DayOrder) => void;
}

/** Asks which day a date is, where nothing in the file settles it. */
function WhichDay({ date: example, order, onChoose }: WhichDayProps) {
  const label = t('clicksFileWhichDay', { date: example });
  const options = (['day', 'month'] as const).map((value) => ({
    value,
    label: date(startOfDay(momentIn(example, value)?.day ?? 0), current.value.language),
  }));
  return (
    <>
      <p>{label}</p>
      <Segmented
        label={label}
        value={order ?? ''}
        options={options}
        onChange={(value) => value && onChoose(value)}
      />
    </>
  );
}

/** A preview of what the import would change. */
function Preview({ chosen, channelOf, onKeep, onClose }: PreviewProps) {
  const now = Date.now();
  const [order, setOrder] = useState<DayOrder | null>(null);
  const again = order ? readClicksFile(chosen.text, order) : chosen;
  const read = again.ok ? again : chosen;
  const undated = read.until || dayOf(now);
  const rows = importedRows(read.clicks, undated, now, channelOf);
  const clicks = read.clicks.reduce((sum, one) => sum + one.clicks, 0);
  const without = read.clicks.filter(({ day }) => day === 0).length;
  const day = date(startOfDay(undated), current.value.language);
  return (
    <div role="status">
      <p>{t('clicksFileFound', { file: chosen.name, n: clicks, links: rows.links.length })}</p>
      {chosen.ambiguousDate !== '' && (
        <WhichDay date={chosen.ambiguousDate} order={order} onChoose={setOrder} />
      )}
      {without > 0 && <p class="caption">{t('clicksFileUndated', { n: without, day })}</p>}
      {read.skipped > 0 && <p class="caption">{t('clicksFileSkipped', { n: read.skipped })}</p>}
      <Button
        kind="shu"
        disabled={rows.links.length === 0 || read.ambiguousDate !== ''}
        onClick={() => void onKeep(rows)}
      >
        {t('clicksFileKeep')}
      </Button>{' '}
      <Button kind="quiet" onClick={onClose}>
        {t('clicksFileLeave')}
      </Button>
    </div>
  );
}
