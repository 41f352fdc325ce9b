import { fold } from '../i18n/fold.ts';
import { termsOf } from '../i18n/query.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Event, type EventType, startOfDay } from './event.ts';
import { events } from './events.ts';

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

/**
 * A filter as a test of one event. Each word must stand in title, place, channel, site or the post's key; `site:` in the
 * place alone.
 */
export function matching(filter: EventFilter, names: Names): (event: Event) => boolean {
  const terms = termsOf(filter.words);
  const { from, to } = filter;
  const wanted = (event: Event) =>
    (filter.type === '' || event.type === filter.type) &&
    (filter.channel === '' || event.channel === filter.channel) &&
    (filter.site === '' || siteOf(event) === filter.site) &&
    (!filter.counted || event.undone === 0);
  const within = ({ day }: Event) => (from === null || day >= from) && (to === null || day <= to);
  const holds = (event: Event) => {
    const place = fold(`${event.place}\n${names.siteName(event.site)}`);
    const channel = event.channel && names.channelName(event.channel);
    const haystack = `${fold(`${event.title}\n${channel}\n${event.post}`)}\n${place}`;
    return terms.every((term) => (term.field === 'site' ? place : haystack).includes(term.text));
  };
  return (event) => wanted(event) && within(event) && (terms.length === 0 || holds(event));
}

/** A place in the list: right behind the event of this moment and id. */
export interface Cursor {
  readonly at: number;
  readonly id: string;
}
/** The events of one stretch of the diary, newest first, and where to continue; null at the end. */
export interface Step {
  readonly events: readonly Event[];
  readonly after: Cursor | null;
}
interface Search {
  readonly filter: EventFilter;
  readonly names: Names;
  readonly after: Cursor | null;
}

const DAY = 86_400_000;
/** Events of the first stretch, at most, and of a later one: a long search reads more at a time. */
const FIRST = 2000;
const LATER = 16_000;

/** Newest first, and among events of the same moment the greater id first: the order of the index, backwards. */
export function newerFirst(a: Cursor, b: Cursor): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

/**
 * The newest events up to `top` (UTC ms, within), newest first, about `most` of them. They are read forwards in
 * one `getAll` over a window of time, fitted to how dense the diary is there: a backward cursor costs an event
 * per row, about five times as much. Null where there is nothing.
 */
async function chunkUpTo(workspace: Workspace, top: number, width: number, most: number) {
  const table = workspace.rows(events);
  const newest = await table.where('at').belowOrEqual(top).last();
  if (!newest) return null;
  let low = newest.at - width;
  let range = table.where('at').between(low, newest.at, false, true);
  let count = await range.count();
  while (count > most && newest.at - low > 1) {
    low = newest.at - Math.max(1, (newest.at - low) * Math.max(0.1, (0.7 * most) / count));
    range = table.where('at').between(low, newest.at, false, true);
    count = await range.count();
  }
  const rows = (await range.toArray()).sort(newerFirst);
  return { rows, low, width: newest.at - low };
}

/** The moments between which a filter's days lie, a day to spare on each side: a day is the person's own zone's. */
function boundsOf({ from, to }: EventFilter) {
  return {
    end: to === null ? Number.POSITIVE_INFINITY : startOfDay(to + 2),
    floor: from === null ? Number.NEGATIVE_INFINITY : startOfDay(from - 1),
  };
}

/** Greater than any id: the place right before the events of a moment. */
const FIRST_ID = '\uffff';

/**
 * The events that fit, newest first, stretch by stretch. Who has enough stops asking: the first rows of a
 * million events cost as much as those of a hundred.
 */
export async function* findEvents(workspace: Workspace, search: Search): AsyncGenerator<Step> {
  const { filter, names, after } = search;
  const fits = matching(filter, names);
  const { end, floor } = boundsOf(filter);
  let top = Math.min(end, after?.at ?? Number.POSITIVE_INFINITY);
  let width = DAY / 4;
  let most = FIRST;
  for (;;) {
    const chunk = await chunkUpTo(workspace, top, width, most);
    const rows = (chunk?.rows ?? []).filter((event) => !after || newerFirst(event, after) > 0).filter(fits);
    if (!chunk || chunk.low < floor) {
      yield { events: rows, after: null };
      return;
    }
    yield { events: rows, after: { at: chunk.low, id: FIRST_ID } };
    top = chunk.low;
    most = Math.min(LATER, most * 2);
    width = chunk.width * Math.min(4, (0.8 * most) / Math.max(1, chunk.rows.length));
  }
}
