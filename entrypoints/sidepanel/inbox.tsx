import { markDone, readInbox, unmarkDone } from '../../src/capture/inbox.ts';
import { t } from '../../src/i18n/language.ts';
import { Button } from '../../src/ui/button.tsx';
import { Failed } from '../../src/ui/failed.tsx';
import { sayFailure } from '../../src/ui/failure-toast.ts';
import { CheckMark } from '../../src/ui/icon.ts';
import { showToast } from '../../src/ui/toast.tsx';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { CaptureRow, wordsOf } from './capture-row.tsx';

const MOST = 10;

/** Marks captures as reviewed, with undo. */
async function finish(workspace: Workspace, ids: readonly string[]): Promise<void> {
  try {
    await markDone(workspace, ids, Date.now());
    const undo = () => void unmarkDone(workspace, ids).catch(sayFailure);
    showToast(t('panelMarked', { n: ids.length }), { label: t('uiUndo'), run: undo });
  } catch (error) {
    sayFailure(error);
  }
}

function Waiting({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readInbox(workspace, Date.now(), MOST), [workspace]);
  if (live.state === 'loading') return null;
  if (live.state === 'failed') return <Failed error={live.error} />;
  const { shown, ids } = live.value;
  const now = Date.now();
  if (ids.length === 0) return <p class="soft">{t('panelInboxNone')}</p>;
  return (
    <>
      <p class="caption">{t('panelInboxHow')}</p>
      <ul>
        {shown.map((capture) => (
          <CaptureRow key={capture.id} capture={capture} now={now}>
            <Button
              kind="quiet"
              icon={<CheckMark aria-hidden="true" />}
              title={t('panelDone')}
              aria-label={t('panelDoneOf', { thing: wordsOf(capture).slice(0, 60) })}
              onClick={() => void finish(workspace, [capture.id])}
            />
          </CaptureRow>
        ))}
      </ul>
      <p class="panel-more">
        {ids.length > shown.length && (
          <span class="caption">{t('panelInboxMore', { n: ids.length - shown.length })}</span>
        )}
        <Button kind="quiet" onClick={() => void finish(workspace, ids)}>
          {t('panelAllDone')}
        </Button>
      </p>
    </>
  );
}

/** Recent captures that are not reviewed yet. */
export function Inbox({ workspace }: { workspace: Workspace }) {
  return (
    <section aria-labelledby="panel-inbox">
      <h2 id="panel-inbox">{t('panelInbox')}</h2>
      <Waiting workspace={workspace} />
    </section>
  );
}
