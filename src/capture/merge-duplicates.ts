import { diaryTables, record, undo } from '../activity/diary.ts';
import { events } from '../activity/events.ts';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { mergedCapture } from './duplicates.ts';
import { mayBeSamePost } from './find-capture.ts';
import { permalinkOf } from './permalink.ts';
import { markKeys } from './post-keys.ts';
import { captures } from './tables.ts';

/** What a merge changed: the remaining capture before and after, and the others before. */
export interface Merged {
  readonly stays: Capture;
  readonly after: Capture;
  readonly went: readonly Capture[];
}

const isSame = (one: Capture, stays: Capture) =>
  permalinkOf(one.read) === permalinkOf(stays.read) && mayBeSamePost(one.read, stays.read);

/**
 * Merges several captures of the same post in one transaction. The first remains; the rows of the others stay,
 * marked as merged, and their events are undone. Null, and nothing changes, where one is gone, is another post,
 * or the result would exceed a limit.
 */
export function mergeDuplicates(
  workspace: Workspace,
  ids: readonly string[],
  at: number,
): Promise<Merged | null> {
  return workspace.together([...diaryTables, captures], async () => {
    const rows = await workspace.rows(captures).bulkGet([...ids]);
    const [stays, ...went] = rows.flatMap((row) => (row?.undone === 0 ? [row] : []));
    if (!stays || went.length === 0 || went.length < ids.length - 1) return null;
    if (!went.every((one) => isSame(one, stays))) return null;
    const all = went.reduce<Capture | null>((sum, one) => sum && mergedCapture(sum, one), stays);
    if (!all) return null;
    // As the schema serialises it, to detect a later change by comparison.
    const after = captures.row.parse(all);
    for (const one of went) {
      await undo(workspace, one.event, at);
      await markKeys(workspace, [one.post], 1);
      await workspace.put(captures, { ...one, undone: at, into: stays.id });
    }
    await workspace.put(captures, after);
    return { stays, after, went };
  });
}

async function restoreMerged(workspace: Workspace, one: Capture): Promise<void> {
  const event = await workspace.rows(events).get(one.event);
  const again = { ...one, into: '', event: `c-${newId()}` };
  await workspace.put(captures, again);
  await markKeys(workspace, [one.post], -1);
  if (event) await record(workspace, { ...event, id: again.event, undone: 0 });
}

/**
 * Undoes a merge: the others become captures again, each with a new event. The remaining one is restored too,
 * unless it changed since.
 */
export function unmerge(workspace: Workspace, { stays, after, went }: Merged): Promise<void> {
  return workspace.together([...diaryTables, captures], async () => {
    const now = await workspace.rows(captures).get(stays.id);
    for (const one of went) await restoreMerged(workspace, one);
    if (!now) return;
    const untouched = JSON.stringify(now) === JSON.stringify(after);
    const left = (now.also ?? []).filter((key) => !went.some(({ post }) => post === key));
    await workspace.put(captures, untouched ? stays : { ...now, also: left });
  });
}
