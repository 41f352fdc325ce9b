import { diaryTables } from '../activity/diary.ts';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { keepAgain } from './edit.ts';
import { takeBack } from './keep.ts';
import { captures } from './tables.ts';

/** Rows in one transaction: some tens of ms, so that other windows and the Stop button do not wait. */
const SLICE = 100;

/** Progress and cancellation of a bulk edit. What is done when it stops stays done. */
export interface Course {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

async function inSlices(
  ids: readonly string[],
  { onProgress, signal }: Course,
  work: (slice: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < ids.length && !signal?.aborted; at += SLICE) {
    await work(ids.slice(at, at + SLICE));
    onProgress?.(Math.min(ids.length, at + SLICE), ids.length);
  }
}

type Part = Partial<Pick<Capture, 'tags' | 'collections'>>;
/** One capture before and after a bulk edit, to undo it. */
export interface Changed {
  readonly id: string;
  readonly before: Part;
  readonly after: Part;
}

/** Edits many captures, each as it stands in its transaction; captures that the edit leaves equal are not written. */
export async function changeCaptures(
  workspace: Workspace,
  ids: readonly string[],
  change: (before: Capture) => Part | null,
  course: Course = {},
): Promise<Changed[]> {
  const changed: Changed[] = [];
  await inSlices(ids, course, (slice) =>
    workspace.together([captures], async () => {
      const rows = await workspace.rows(captures).bulkGet([...slice]);
      for (const row of rows) {
        const after = row && change(row);
        if (!after) continue;
        await workspace.put(captures, { ...row, ...after });
        const { tags, collections = [] } = row;
        const before = { ...('tags' in after && { tags }), ...('collections' in after && { collections }) };
        changed.push({ id: row.id, before, after });
      }
    }),
  );
  return changed;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Undoes a bulk edit, except for captures that changed since. */
export async function revertChanges(workspace: Workspace, changed: readonly Changed[]): Promise<void> {
  const by = new Map(changed.map((one) => [one.id, one]));
  await changeCaptures(workspace, [...by.keys()], (row) => {
    const one = by.get(row.id);
    if (!one) return null;
    const { before, after } = one;
    const back: Part = {
      ...(before.tags && same(row.tags, after.tags) && { tags: before.tags }),
      ...(before.collections &&
        same(row.collections, after.collections) && { collections: before.collections }),
    };
    return Object.keys(back).length > 0 ? back : null;
  });
}

/** Removes many captures with their events. Returns those that were not removed before. */
export async function undoCaptures(
  workspace: Workspace,
  ids: readonly string[],
  at: number,
  course: Course = {},
): Promise<string[]> {
  const went: string[] = [];
  await inSlices(ids, course, (slice) =>
    workspace.together([...diaryTables, captures], async () => {
      for (const id of slice) if (await takeBack(workspace, id, at)) went.push(id);
    }),
  );
  return went;
}

/** Restores many removed captures. */
export async function restoreCaptures(
  workspace: Workspace,
  ids: readonly string[],
  at: number,
  course: Course = {},
): Promise<void> {
  await inSlices(ids, course, (slice) =>
    workspace.together([...diaryTables, captures], async () => {
      for (const id of slice) await keepAgain(workspace, id, newId(), at);
    }),
  );
}
