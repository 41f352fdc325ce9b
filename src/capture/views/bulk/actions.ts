import { broadcastMarks } from '../../../activity/broadcast-marks.ts';
import { MOST_MARKS } from '../../../activity/messages.ts';
import { t } from '../../../i18n/language.ts';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import { withoutTag, withTag } from '../../../workspace/tags.ts';
import {
  type Changed,
  changeCaptures,
  restoreCaptures,
  revertChanges,
  undoCaptures,
} from '../../bulk-edit.ts';
import { keysOf } from '../../post-keys.ts';
import { captures } from '../../tables.ts';
import { withProgress } from './progress.ts';

type Change = Parameters<typeof changeCaptures>[2];

/** Tells open pages which marks changed, up to what one message carries. */
async function tell(workspace: Workspace, ids: readonly string[]): Promise<void> {
  const rows = await workspace.rows(captures).bulkGet(ids.slice(0, MOST_MARKS));
  await broadcastMarks(workspace, rows.flatMap((row) => (row ? keysOf(row) : [])).slice(0, MOST_MARKS));
}

async function change(
  workspace: Workspace,
  ids: readonly string[],
  by: Change,
  messageKey: 'captureTagged' | 'captureGathered',
): Promise<void> {
  try {
    const changed = await withProgress(ids.length, (course) => changeCaptures(workspace, ids, by, course));
    showToast(t(messageKey, { n: changed.length }), {
      label: t('uiUndo'),
      run: () => void back(workspace, changed),
    });
  } catch (error) {
    sayFailure(error);
  }
}

async function back(workspace: Workspace, changed: readonly Changed[]): Promise<void> {
  try {
    await revertChanges(workspace, changed);
    showToast(t('captureChangedBack'));
  } catch (error) {
    sayFailure(error);
  }
}

/** Adds a tag to many captures, in the spelling already used. */
export function tagMany(workspace: Workspace, ids: readonly string[], tag: string, known: readonly string[]) {
  const by: Change = ({ tags }) => {
    const after = withTag(tags, tag, known);
    return after.length > tags.length ? { tags: after } : null;
  };
  return change(workspace, ids, by, 'captureTagged');
}

/** Removes a tag from many captures. */
export function untagMany(workspace: Workspace, ids: readonly string[], tag: string) {
  const by: Change = ({ tags }) => {
    const after = withoutTag(tags, tag);
    return after.length < tags.length ? { tags: after } : null;
  };
  return change(workspace, ids, by, 'captureTagged');
}

/** Adds many captures to a collection, or removes them from it. */
export function gatherMany(workspace: Workspace, ids: readonly string[], collection: string, isIn: boolean) {
  const by: Change = ({ collections = [] }) => {
    if (collections.includes(collection) === isIn) return null;
    return {
      collections: isIn ? [...collections, collection] : collections.filter((one) => one !== collection),
    };
  };
  return change(workspace, ids, by, 'captureGathered');
}

async function bringBack(workspace: Workspace, ids: readonly string[]): Promise<void> {
  try {
    await withProgress(ids.length, (course) => restoreCaptures(workspace, ids, Date.now(), course));
    showToast(t('captureBackMany', { n: ids.length }));
    await tell(workspace, ids);
  } catch (error) {
    sayFailure(error);
  }
}

/** Moves many captures to the trash, with undo. */
export async function removeMany(workspace: Workspace, ids: readonly string[]): Promise<void> {
  try {
    const went = await withProgress(ids.length, (course) => undoCaptures(workspace, ids, Date.now(), course));
    const undo = { label: t('uiUndo'), run: () => void bringBack(workspace, went) };
    showToast(t('captureRemovedMany', { n: went.length }), undo);
    await tell(workspace, went);
  } catch (error) {
    sayFailure(error);
  }
}
