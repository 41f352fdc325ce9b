import { EVENT_TYPES, type EventType } from '../../src/activity/event.ts';
import { type EventFilter, NO_FILTER } from '../../src/activity/find.ts';
import { type Days, fromDateField, SPAN_KINDS, type SpanKind, toDateField } from '../../src/activity/span.ts';
import { MONTH, monthOf } from '../../src/workspace/room.ts';

export const PAGES = [
  'me',
  'activity',
  'captures',
  'drafts',
  'library',
  'team',
  'join',
  'links',
  'report',
  'settings',
] as const;
export type Page = (typeof PAGES)[number];

/** Where the companion is, from the address after `#`. */
export interface Route {
  readonly page: Page;
  /** What follows the page, e.g. a capture's id; empty where nothing does. */
  readonly id: string;
  readonly query: URLSearchParams;
}

/** Reads an address. What it does not know is the first page. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/');
  const page = PAGES.find((one) => one === name) ?? 'me';
  return { page, id: rest.join('/'), query: new URLSearchParams(query) };
}

/** The days that an address names; undefined where it names none. */
export function daysOf(query: URLSearchParams): Days | undefined {
  const [from, to] = [fromDateField(query.get('from') ?? ''), fromDateField(query.get('to') ?? '')];
  return from === null || to === null ? undefined : { from, to };
}

const dates = ({ from, to }: Days) => `from=${toDateField(from)}&to=${toDateField(to)}`;

/** The span that an address of Me names; four weeks where it names none. */
export function spanIn(query: URLSearchParams): { kind: SpanKind; own: Days | undefined } {
  return { kind: SPAN_KINDS.find((kind) => kind === query.get('span')) ?? 'four', own: daysOf(query) };
}

/** The address of Me for a span. */
export function meHref(kind: SpanKind, own?: Days): string {
  return own && kind === 'any' ? `#/me?span=any&${dates(own)}` : `#/me?span=${kind}`;
}

/** The month of the team's that an address names; this one (`now`: UTC ms) where it names none. */
export function monthIn(query: URLSearchParams, now: number): string {
  const asked = query.get('month') ?? '';
  return MONTH.test(asked) ? asked : monthOf(now);
}

/** The address of the team's page of a month. */
export const teamHref = (month: string): string => `#/team?month=${month}`;

/** The filter that an address of Activity names. */
export function filterIn(query: URLSearchParams): EventFilter {
  const days = daysOf(query);
  const type = EVENT_TYPES.find((one) => one === query.get('type')) ?? '';
  return { ...NO_FILTER, type, ...(days && { ...days, counted: true }) };
}

/** The address of what is behind a number: events, or the links that people followed. */
export function countedHref(type: EventType, days: Days): string {
  if (type === 'clicked') return `#/links?${dates(days)}`;
  return `#/activity?type=${type}&${dates(days)}`;
}

/** The address of the report of some days. */
export const reportHref = (days: Days): string => `#/report?${dates(days)}`;
