import { broadcastMarks } from '../../activity/broadcast-marks.ts';
import { t } from '../../i18n/language.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { showToast } from '../../ui/toast.tsx';
import { newId } from '../../workspace/ids.ts';
import type { Workspace } from '../../workspace/open.ts';
import { keepAgain } from '../edit.ts';
import { takeBack } from '../keep.ts';
import { keysOf } from '../post-keys.ts';
import { captures } from '../tables.ts';

async function tell(workspace: Workspace, id: string): Promise<void> {
  const capture = await workspace.rows(captures).get(id);
  if (capture) await broadcastMarks(workspace, keysOf(capture));
}

/** Restores a removed capture and says so. */
export async function bringBack(workspace: Workspace, id: string, event = newId()): Promise<void> {
  try {
    await keepAgain(workspace, id, event, Date.now());
    showToast(t('captureBack'));
    await tell(workspace, id);
  } catch (error) {
    sayFailure(error);
  }
}

/** Moves a capture to the trash, with undo. True if it was not there. Tags, note and pictures stay. */
export async function remove(workspace: Workspace, id: string): Promise<boolean> {
  try {
    const went = await takeBack(workspace, id, Date.now());
    if (went)
      showToast(t('captureRemoved'), { label: t('uiUndo'), run: () => void bringBack(workspace, id) });
    await tell(workspace, id);
    return went;
  } catch (error) {
    sayFailure(error);
    return false;
  }
}
