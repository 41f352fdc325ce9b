import { plain } from '../i18n/plain.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Event, type EventType, events, startOfDay } from './event.ts';

/** What of the diary is wanted. Empty and null: no matter. */
export interface EventFilter {
  readonly words: string;
  readonly type: EventType | '';
  readonly channel: string;
  /** Recipe id, or host of a page without one. */
  readonly site: string;
  /** Days, both within. */
  readonly from: number | null;
  readonly to: number | null;
  /** Only what counts: nothing that was taken back. */
  readonly counted: boolean;
}
export const NO_FILTER: EventFilter = {
  words: '',
  type: '',
  channel: '',
  site: '',
  from: null,
  to: null,
  counted: false,
};

/** Names by which a person knows channels and sites: they search by these. */
export interface Names {
  readonly channelName: (id: string) => string;
  readonly siteName: (id: string) => string;
}

/** The site of an event as the statistics count it. */
export function siteOf(event: Pick<Event, 'site' | 'place'>): string {
  return event.site === 'page' ? event.place : event.site;
}

/** A filter as a test of one event. The words must stand in title, place, channel, site or the post's key. */
export function matching(filter: EventFilter, names: Names): (event: Event) => boolean {
  const needle = plain(filter.words.trim());
  const { from, to } = filter;
  const wanted = (event: Event) =>
    (filter.type === '' || event.type === filter.type) &&
    (filter.channel === '' || event.channel === filter.channel) &&
    (filter.site === '' || siteOf(event) === filter.site) &&
    (!filter.counted || event.undone === 0);
  const within = ({ day }: Event) => (from === null || day >= from) && (to === null || day <= to);
  const words = (event: Event) => {
    const channel = event.channel && names.channelName(event.channel);
    const site = names.siteName(event.site);
    return plain(`${event.title}\n${event.place}\n${channel}\n${site}\n${event.post}`);
  };
  return (event) => wanted(event) && within(event) && (needle === '' || words(event).includes(needle));
}

/** Where a page of the list ended: the moment and id of its last event. */
export interface Cursor {
  readonly at: number;
  readonly id: string;
}
export interface Found {
  readonly events: readonly Event[];
  /** Where to go on; null at the end of the diary (or of the span). */
  readonly next: Cursor | null;
}
interface Search {
  readonly filter: EventFilter;
  readonly names: Names;
  readonly after: Cursor | null;
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Told how far back the search has come, UTC ms. */
  readonly onProgress?: (at: number) => void;
}

const DAY = 86_400_000;
const CHUNK = 4000;

/** Newest first, and among events of the same moment the greater id first: the order of the index, backwards. */
export function newerFirst(a: Cursor, b: Cursor): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

/**
 * The newest events up to `top` (UTC ms, within), newest first, some thousands at most. They are read forwards
 * in one `getAll` over a window of time, fitted to how dense the diary is there: a backward cursor costs an
 * event per row, about five times as much. Null where there is nothing.
 */
async function chunkUpTo(workspace: Workspace, top: number, width: number) {
  const table = workspace.rows(events);
  const newest = await table.where('at').belowOrEqual(top).last();
  if (!newest) return null;
  let low = newest.at - width;
  let range = table.where('at').between(low, newest.at, false, true);
  let count = await range.count();
  while (count > CHUNK && newest.at - low > 1) {
    low = newest.at - Math.max(1, (newest.at - low) * Math.max(0.1, (0.7 * CHUNK) / count));
    range = table.where('at').between(low, newest.at, false, true);
    count = await range.count();
  }
  const rows = (await range.toArray()).sort(newerFirst);
  return { rows, low, width: (newest.at - low) * (count < CHUNK / 4 ? 4 : 1) };
}

/** The moments between which a filter's days lie, a day to spare on each side: a day is the person's own zone's. */
function boundsOf({ from, to }: EventFilter) {
  return {
    end: to === null ? Number.POSITIVE_INFINITY : startOfDay(to + 2),
    floor: from === null ? Number.NEGATIVE_INFINITY : startOfDay(from - 1),
  };
}

/**
 * A page of events that fit, newest first. It reads the index in chunks and stops when the page is full, so
 * that the first page of a million events costs as much as that of a hundred. Throws an AbortError when
 * `signal` is.
 */
export async function findEvents(workspace: Workspace, search: Search): Promise<Found> {
  const { filter, names, after, limit, signal, onProgress } = search;
  const fits = matching(filter, names);
  const { end, floor } = boundsOf(filter);
  const found: Event[] = [];
  let top = Math.min(end, after?.at ?? Number.POSITIVE_INFINITY);
  let width = DAY / 4;
  for (;;) {
    signal.throwIfAborted();
    const chunk = await chunkUpTo(workspace, top, width);
    signal.throwIfAborted();
    if (!chunk) return { events: found, next: null };
    const fresh = after ? chunk.rows.filter((event) => newerFirst(event, after) > 0) : chunk.rows;
    found.push(...fresh.filter(fits));
    const last = found.length > limit ? found[limit - 1] : undefined;
    if (last) return { events: found.slice(0, limit), next: { at: last.at, id: last.id } };
    if (chunk.low < floor) return { events: found, next: null };
    onProgress?.(chunk.low);
    top = chunk.low;
    width = chunk.width;
  }
}
