import { useRef, useState } from 'preact/hooks';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { apartOf } from '../../workspace/before-upgrade.ts';
import type { Workspace } from '../../workspace/open.ts';
import { settings } from '../../workspace/setting.ts';
import { type Snapshot, takeSnapshot } from '../../workspace/snapshot.ts';
import type { Archived } from '../archived.ts';
import { importAll, type Outcome, previewImport, type Report } from '../import.ts';
import type { Refusal } from '../refusal.ts';
import { restoreSnapshot } from '../restore.ts';
import { PreviewTable } from './preview-table.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { refusalPlace, refusalWords } from './refusal-words.ts';
import { type Task, useTask } from './use-task.ts';

interface ImportProps {
  workspace: Workspace;
  archived: Archived;
  /** Called when backups may have changed. */
  onCopied: () => void;
}
interface Brought {
  readonly outcome: Outcome;
  readonly copy: Snapshot | null;
}

const sumOf = (report: Report, field: 'fresh' | 'differing') =>
  report.tables.reduce((sum, table) => sum + table[field], 0);

function Refused({ refusal }: { refusal: Refusal }) {
  const place = refusalPlace(refusal);
  return (
    <div role="alert" class="data-refused">
      <p>
        <strong>{t('dataRefused')}</strong> {refusalWords(refusal)}
      </p>
      {place && <p class="caption">{place}</p>}
    </div>
  );
}

interface PreviewProps {
  report: Report;
  archived: Archived;
  file: File;
  onBring: (theirs: boolean) => void;
  onCancel: () => void;
}

/** What is in the file, and what importing it would do. */
function Preview({ report, archived, file, onBring, onCancel }: PreviewProps) {
  const [theirs, setTheirs] = useState(false);
  const { language } = current.value;
  const { app, at } = report.manifest;
  const nothing = sumOf(report, 'fresh') + sumOf(report, 'differing') === 0;
  const hasSettings = report.tables.some(
    (one) => one.table === settings.name && one.same + one.differing > 0,
  );
  return (
    <div class="data-preview">
      <p role="status">{t('dataFile', { file: file.name, when: moment(at, language), app })}</p>
      <PreviewTable report={report} archived={archived} />
      {nothing && <p>{t('dataNothingNew')}</p>}
      {hasSettings && <Check label={t('dataTheirs')} checked={theirs} onChange={setTheirs} />}
      <p class="caption">{t('dataBringHow')}</p>
      <div class="data-actions">
        <Button onClick={onCancel}>{t('dataCancel')}</Button>
        <Button kind="shu" disabled={nothing && !theirs} onClick={() => onBring(theirs)}>
          {t('dataBring')}
        </Button>
      </div>
    </div>
  );
}

function Done({ brought, onUndo }: { brought: Brought; onUndo: (copy: Snapshot) => void }) {
  const { outcome, copy } = brought;
  if (!outcome.ok) return <Refused refusal={outcome.refusal} />;
  return (
    <div role="status" class="data-done">
      <p>
        {t('dataBrought', { n: sumOf(outcome.report, 'fresh'), joined: sumOf(outcome.report, 'differing') })}
      </p>
      {copy && (
        <>
          <Button onClick={() => onUndo(copy)}>{t('uiUndo')}</Button>
          <p class="caption">{t('dataUndoHow')}</p>
        </>
      )}
    </div>
  );
}

function Trouble({ work }: { work: Task<unknown> }) {
  if (work.state === 'stopped') return <p role="status">{t('dataStopped')}</p>;
  if (work.state === 'failed') return <p role="alert">{t('dataFailed', { error: String(work.error) })}</p>;
  return null;
}

/** Import: previews a file, then merges it. */
export function ImportSection({ workspace, archived, onCopied }: ImportProps) {
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reading = useTask<Outcome>();
  const bringing = useTask<Brought>();
  const undoing = useTask<true>();
  const { tables } = archived;

  const look = (chosen: File) => {
    setFile(chosen);
    bringing.reset();
    undoing.reset();
    void reading.run((course) => previewImport(workspace, archived, chosen, course));
  };
  const bring = (chosen: File, theirs: boolean) => {
    reading.reset();
    void bringing.run(async (course) => {
      const copy = await takeSnapshot(workspace.diary.name, 'import', Date.now(), apartOf(tables));
      onCopied();
      const options = { ...course, previewed: true, theirs: theirs ? [settings.name] : [] };
      return { outcome: await importAll(workspace, archived, chosen, options), copy };
    });
  };
  const undo = (copy: Snapshot) => {
    bringing.reset();
    void undoing.run(async (course) => {
      await restoreSnapshot(workspace, tables, copy, { onProgress: course.onProgress });
      return true;
    });
  };

  const outcome = reading.work.state === 'done' ? reading.work.value : null;
  const busy = [reading, bringing, undoing].some(({ work }) => work.state === 'running');
  return (
    <Section title={t('dataImport')} about={t('dataImportAbout')}>
      <div class="data-choose">
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          class="out-of-sight"
          tabIndex={-1}
          aria-label={t('dataChoose')}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            // So that choosing the same file again fires a change event.
            currentTarget.value = '';
            if (chosen) look(chosen);
          }}
        />
        {!busy && !outcome?.ok && <Button onClick={() => input.current?.click()}>{t('dataChoose')}</Button>}
      </div>
      {reading.work.state === 'running' && (
        <ProgressBar label={t('dataChecking')} progress={reading.work.progress} onStop={reading.stop} />
      )}
      {outcome && !outcome.ok && <Refused refusal={outcome.refusal} />}
      {outcome?.ok && file && (
        <Preview
          report={outcome.report}
          archived={archived}
          file={file}
          onBring={(theirs) => bring(file, theirs)}
          onCancel={reading.reset}
        />
      )}
      {bringing.work.state === 'running' && (
        <ProgressBar label={t('dataBringing')} progress={bringing.work.progress} onStop={bringing.stop} />
      )}
      {bringing.work.state === 'done' && <Done brought={bringing.work.value} onUndo={undo} />}
      {undoing.work.state === 'running' && (
        <ProgressBar label={t('dataUndoing')} progress={undoing.work.progress} />
      )}
      {undoing.work.state === 'done' && <p role="status">{t('dataUndone')}</p>}
      {[reading, bringing, undoing].map(({ work }, i) => (
        <Trouble key={i} work={work} />
      ))}
    </Section>
  );
}
