import type { Workspace } from '../../../workspace/open.ts';
import type { Event } from '../../event.ts';
import { events as table } from '../../events.ts';
import { type Cursor, type EventFilter, matching, type Names, newerFirst, type Step } from '../../find.ts';

/** Events of one reading, at least. */
export const PAGE = 200;
/** Rows a list holds at most: the tallest box of a browser is some 17 million px (Firefox). Older ones come by filters. */
export const MOST = 100_000;
/** Rows that are reread when something was written. */
const AGAIN = 2000;

/** How far the search has come. `down`: the moment it has reached, UTC ms. */
export type Reach =
  | { state: 'searching'; down: number | null }
  | { state: 'more' | 'end' | 'stopped' | 'crowded' }
  | { state: 'failed'; error: Error };

/** The loaded events of a list, and where to continue. */
export interface EventWindow {
  readonly events: readonly Event[];
  readonly after: Cursor | null;
  readonly reach: Reach;
}
export const EMPTY: EventWindow = { events: [], after: null, reach: { state: 'searching', down: null } };

/** A list with one more stretch of the diary. `full`: the page is full, and reading pauses. */
export function grown(list: EventWindow, { events: found, after }: Step, full: boolean): EventWindow {
  const events = found.length > 0 ? [...list.events, ...found] : list.events;
  if (!after) return { events, after, reach: { state: 'end' } };
  if (!full) return { events, after, reach: { state: 'searching', down: after.at } };
  return { events, after, reach: { state: events.length >= MOST ? 'crowded' : 'more' } };
}

/**
 * The changes under a list, as a function that applies them: current versions of its rows, and matching newer ones on top.
 * `too much`: so many are new that there may be a gap, or some were deleted, so the list has to be read anew.
 */
export async function refreshed(
  workspace: Workspace,
  shown: readonly Event[],
  filter: EventFilter,
  names: Names,
): Promise<'too much' | ((events: readonly Event[]) => Event[])> {
  const rows = workspace.rows(table);
  const fits = matching(filter, names);
  const now = new Map<string, Event>();
  const ids = shown.slice(0, AGAIN).map(({ id }) => id);
  for (const event of await rows.bulkGet(ids)) {
    if (event) now.set(event.id, event);
  }
  // Some were deleted for good, perhaps also further down.
  if (now.size < ids.length) return 'too much';
  const since = rows.where('at').aboveOrEqual(shown[0]?.at ?? Number.NEGATIVE_INFINITY);
  const newest = await since.reverse().limit(PAGE).toArray();
  if (newest.length === PAGE && !newest.some(({ id }) => now.has(id))) return 'too much';
  return (events) => {
    const known = new Set(events.map(({ id }) => id));
    const fresh = newest.filter((event) => !known.has(event.id) && fits(event)).sort(newerFirst);
    const updated = events.map((event) => now.get(event.id) ?? event);
    return [...fresh, ...(filter.counted ? updated.filter(fits) : updated)];
  };
}
