import type { Workspace } from '../workspace/open.ts';
import type { Event } from './event.ts';
import { events } from './events.ts';
import { type Mark, markAfter, marks, unmarked } from './mark.ts';
import { bump, type Rollup, rollupCell, rollups } from './rollup.ts';

/** The tables that recording an event touches, for a capability's own transaction around it. */
export const diaryTables = [events, rollups, marks] as const;

/** Rows that an event counts in, as they stand now: read together, since each read waits for the disk's thread. */
async function standing(workspace: Workspace, event: Event): Promise<{ day: Rollup; mark: Mark }> {
  const [day, mark] = await Promise.all([
    workspace.rows(rollups).get(event.day),
    workspace.rows(marks).get(event.post),
  ]);
  return {
    day: day ?? { day: event.day, counts: {} },
    mark: mark ?? unmarked(event.post),
  };
}

async function count(
  workspace: Workspace,
  event: Event,
  { day, mark }: { day: Rollup; mark: Mark },
  by: 1 | -1,
): Promise<void> {
  const after = markAfter(mark, event.type, by);
  await Promise.all([
    workspace.put(rollups, bump(day, rollupCell(event), by)),
    after ? workspace.put(marks, after) : undefined,
  ]);
}

/**
 * Records that something happened, with what it adds up to, in one transaction (or in the caller's).
 * Recording the same id again changes nothing. Within one transaction, one event after the other: they change the
 * same sums. True if it was new.
 */
export function record(workspace: Workspace, event: Event): Promise<boolean> {
  return workspace.together(diaryTables, async () => {
    const [known, before] = await Promise.all([
      workspace.rows(events).get(event.id),
      standing(workspace, event),
    ]);
    if (known) return false;
    await Promise.all([workspace.put(events, event), count(workspace, event, before, 1)]);
    return true;
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
    const before = await standing(workspace, event);
    await Promise.all([workspace.put(events, { ...event, undone: at }), count(workspace, event, before, -1)]);
    return true;
  });
}
