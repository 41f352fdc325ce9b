import type { Event } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import { marks, unmarked } from '../activity/mark.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { keysOf } from './post-keys.ts';
import { captures } from './tables.ts';

/** Keys of a capture (not undone) that its event does not mark. */
export function uncounted(capture: Capture, event: Event | undefined): string[] {
  return capture.undone === 0 ? keysOf(capture, event?.post ?? capture.post) : [];
}

/** How often each key is marked without an event of its own: a capture can be known under several addresses. */
async function count(workspace: Workspace): Promise<Map<string, number>> {
  const met = await workspace.rows(captures).where('also').above('').distinct().toArray();
  const recorded = await workspace.rows(events).bulkGet(met.map(({ event }) => event));
  const counts = new Map<string, number>();
  for (const [at, capture] of met.entries())
    for (const key of uncounted(capture, recorded[at])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What captures add to the marks beside events, and the table it is read from. */
export const eventlessMarks = { tables: [captures], count };

/** Marks every key of imported captures, inside the caller's transaction. Idempotent. */
export async function markUncounted(workspace: Workspace, keys: readonly string[]): Promise<void> {
  for (const post of keys) {
    const before = (await workspace.rows(marks).get(post)) ?? unmarked(post);
    if (before.kept === 0) await workspace.put(marks, { ...before, kept: 1 });
  }
}
