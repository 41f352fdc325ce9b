import type { RowChange } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Event } from './event.ts';
import { type Mark, markAfter, marks, unmarked } from './mark.ts';
import { bump, type Rollup, rollupCell, rollups } from './rollup.ts';

/** Adds one event to the sums, or subtracts it. */
export function addTo(days: Map<number, Rollup>, byPost: Map<string, Mark>, event: Event, by: 1 | -1): void {
  const day = days.get(event.day) ?? { day: event.day, counts: {} };
  days.set(event.day, bump(day, rollupCell(event), by));
  const mark = byPost.get(event.post) ?? unmarked(event.post);
  const after = markAfter(mark, event.type, by);
  if (after) byPost.set(event.post, after);
}

/**
 * Updates rollups and marks for events that were just written, within the caller's transaction. Undone events do not count;
 * a changed event is subtracted as it was and added as it is.
 */
export async function tally(workspace: Workspace, changes: readonly RowChange<Event>[]): Promise<void> {
  const events = changes.flatMap(({ before, after }) => (before ? [before, after] : [after]));
  const [days, posts] = [[...new Set(events.map((e) => e.day))], [...new Set(events.map((e) => e.post))]];
  const [dayRows, markRows] = await Promise.all([
    workspace.rows(rollups).bulkGet(days),
    workspace.rows(marks).bulkGet(posts),
  ]);
  const byDay = new Map(dayRows.flatMap((row) => (row ? [[row.day, row]] : [])));
  const byPost = new Map(markRows.flatMap((row) => (row ? [[row.post, row]] : [])));
  for (const { before, after } of changes) {
    if (after.undone === 0) addTo(byDay, byPost, after, 1);
    if (before?.undone === 0) addTo(byDay, byPost, before, -1);
  }
  await Promise.all([
    workspace.rows(rollups).bulkPut([...byDay.values()]),
    workspace.rows(marks).bulkPut([...byPost.values()]),
  ]);
}
