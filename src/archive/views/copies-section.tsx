import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { asError } from '../../workspace/failure.ts';
import type { Workspace } from '../../workspace/open.ts';
import { listSnapshots, type Snapshot } from '../../workspace/snapshot.ts';
import type { Archived } from '../archived.ts';
import { restoreSnapshot } from '../restore.ts';
import { ProgressBar } from './progress-bar.tsx';
import { useTask } from './use-task.ts';

interface CopiesProps {
  workspace: Workspace;
  archived: Archived;
  /** Changes when backups may have changed. */
  turn: number;
}

type Listed =
  | { state: 'reading' }
  | { state: 'ready'; copies: Snapshot[] }
  | { state: 'failed'; error: Error };

function useCopies(diary: string, turn: number): Listed {
  const [listed, setListed] = useState<Listed>({ state: 'reading' });
  useEffect(() => {
    let here = true;
    listSnapshots(diary).then(
      (copies) => here && setListed({ state: 'ready', copies }),
      (error: unknown) => here && setListed({ state: 'failed', error: asError(error) }),
    );
    return () => {
      here = false;
    };
  }, [diary, turn]);
  return listed;
}

function Copy({ copy, onPick }: { copy: Snapshot; onPick: () => void }) {
  const { language } = current.value;
  const when = moment(copy.at, language);
  return (
    <li class="data-copy">
      <span>
        {when}
        <br />
        <span class="caption">
          {t(copy.occasion === 'upgrade' ? 'dataCopyUpgrade' : 'dataCopyImport', { n: copy.rows })}
        </span>
      </span>
      <Button aria-label={t('dataPutBackOf', { when })} onClick={onPick}>
        {t('dataPutBack')}
      </Button>
    </li>
  );
}

/** Automatic backups, with Restore. */
export function CopiesSection({ workspace, archived, turn }: CopiesProps) {
  const listed = useCopies(workspace.diary.name, turn);
  const [picked, pick] = useState<Snapshot | null>(null);
  const { work, run } = useTask<true>();
  const copies = listed.state === 'ready' ? listed.copies : [];
  const putBack = (copy: Snapshot) => {
    pick(null);
    void run(async ({ onProgress }) => {
      await restoreSnapshot(workspace, archived.tables, copy, { onProgress });
      return true;
    });
  };
  return (
    <Section title={t('dataCopies')} about={t('dataCopiesAbout')}>
      {listed.state === 'failed' && <p role="alert">{t('dataFailed', { error: String(listed.error) })}</p>}
      {listed.state === 'ready' && copies.length === 0 && <p class="soft">{t('dataNoCopies')}</p>}
      {work.state === 'running' ? (
        <ProgressBar label={t('dataUndoing')} progress={work.progress} />
      ) : (
        <ul class="data-copies">
          {copies.map((copy) => (
            <Copy key={copy.id} copy={copy} onPick={() => pick(copy)} />
          ))}
        </ul>
      )}
      {work.state === 'done' && <p role="status">{t('dataUndone')}</p>}
      {work.state === 'failed' && <p role="alert">{t('dataPutBackFailed', { error: String(work.error) })}</p>}
      {picked && (
        <Dialog
          open
          role="alertdialog"
          onClose={() => pick(null)}
          title={t('dataPutBackTitle')}
          footer={
            <>
              <Button onClick={() => pick(null)}>{t('dataCancel')}</Button>
              <Button kind="loss" onClick={() => putBack(picked)}>
                {t('dataPutBackDo')}
              </Button>
            </>
          }
        >
          <p>{t('dataPutBackText', { when: moment(picked.at, current.value.language) })}</p>
        </Dialog>
      )}
    </Section>
  );
}
