import { useEffect, useState } from 'preact/hooks';
import { byteSize } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Download } from '../../ui/icon.ts';
import { Section } from '../../ui/section.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { Archived } from '../archived.ts';
import { exportAll } from '../export.ts';
import { TooLarge } from '../zip/write.ts';
import { ProgressBar } from './progress-bar.tsx';

import { useTask } from './use-task.ts';

/** `musubi-2026-11-24.zip`, by the local date. */
export function fileName(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `musubi-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.zip`;
}

/** An object URL for as long as it is shown. */
function useAddress(blob: Blob | null): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}

interface Taken {
  readonly blob: Blob;
  readonly rows: number;
  readonly name: string;
}

/** The exported file: saved at once, and again by its link. */
function Ready({ taken }: { taken: Taken }) {
  const address = useAddress(taken.blob);
  const { language } = current.value;
  useEffect(() => {
    if (!address) return;
    const link = document.createElement('a');
    link.href = address;
    link.download = taken.name;
    link.click();
  }, [address, taken.name]);
  return (
    <p role="status" class="data-done">
      {t('dataExported', { n: taken.rows, size: byteSize(taken.blob.size, language) })}{' '}
      <a href={address} download={taken.name}>
        {t('dataSaveAgain')}
      </a>
    </p>
  );
}

interface ExportProps {
  workspace: Workspace;
  archived: Archived;
  /** The version of Musubi, from the extension's manifest. */
  app: string;
}

/** Export: one file with everything. */
export function ExportSection({ workspace, archived, app }: ExportProps) {
  const { work, run, stop } = useTask<Taken>();
  const start = () =>
    void run(async (course) => {
      const at = Date.now();
      const { language } = current.value;
      const { blob, manifest } = await exportAll(workspace, archived, {
        ...course,
        app,
        at,
        language,
        words: t,
      });
      return { blob, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), name: fileName(at) };
    });
  return (
    <Section title={t('dataExport')} about={t('dataExportAbout')}>
      {work.state === 'running' ? (
        <ProgressBar label={t('dataExporting')} progress={work.progress} onStop={stop} />
      ) : (
        <div>
          <Button kind="shu" icon={<Download aria-hidden="true" />} onClick={start}>
            {t('dataExportDo')}
          </Button>
        </div>
      )}
      {work.state === 'done' && <Ready taken={work.value} />}
      {work.state === 'stopped' && <p role="status">{t('dataExportStopped')}</p>}
      {work.state === 'failed' && (
        <p role="alert">
          {work.error instanceof TooLarge
            ? t('dataExportTooLarge')
            : t('dataExportFailed', { error: String(work.error) })}
        </p>
      )}
    </Section>
  );
}
