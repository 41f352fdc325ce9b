import type { Workspace } from '../workspace/open.ts';
import { type Event, events } from './event.ts';
import { type Mark, markAfter, marks } from './mark.ts';
import { bump, cellOf, rollups } from './rollup.ts';

/** The tables that recording an event touches, for a capability's own transaction around it. */
export const diaryTables = [events, rollups, marks] as const;

async function count(workspace: Workspace, event: Event, by: 1 | -1): Promise<void> {
  const day = (await workspace.rows(rollups).get(event.day)) ?? { day: event.day, counts: {} };
  await workspace.put(rollups, bump(day, cellOf(event), by));
  const blank: Mark = { post: event.post, shared: 0, kept: 0 };
  const mark = markAfter((await workspace.rows(marks).get(event.post)) ?? blank, event.type, by);
  if (mark) await workspace.put(marks, mark);
}

/**
 * Records that something happened, with what it adds up to, in one transaction (or in the caller's).
 * Recording the same id again changes nothing. True if it was new.
 */
export function record(workspace: Workspace, event: Event): Promise<boolean> {
  return workspace.together(diaryTables, async () => {
    const added = await workspace.addOnce(events, event.id, event);
    if (added) await count(workspace, event, 1);
    return added;
  });
}

/**
 * Takes an event back, with its counts. It stays in the list, struck through: a diary has no holes.
 * Taking back twice changes nothing. True if it stood until now.
 */
export function undo(workspace: Workspace, id: string, at: number): Promise<boolean> {
  return workspace.together(diaryTables, async () => {
    const event = await workspace.rows(events).get(id);
    if (event?.undone !== 0) return false;
    await workspace.put(events, { ...event, undone: at });
    await count(workspace, event, -1);
    return true;
  });
}
