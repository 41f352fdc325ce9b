import { EVENT_TYPES, type EventType } from '../../activity/event.ts';
import { type EventFilter, NO_FILTER } from '../../activity/find.ts';
import { type Days, fromDateField, SPAN_KINDS, type SpanKind, toDateField } from '../../activity/span.ts';
import type { Route } from '../../ui/page.ts';
import { MONTH, monthOf } from '../../workspace/room.ts';
import { pageOf } from '../page-list.ts';

export type { Route } from '../../ui/page.ts';

/** Parses an address. Unknown ones lead to the first page. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', ...rest] = path.split('/');
  const { id: page } = pageOf(name);
  return { page, id: rest.join('/'), query: new URLSearchParams(query) };
}

/** The days in an address; undefined for none. */
export function daysOf(query: URLSearchParams): Days | undefined {
  const [from, to] = [fromDateField(query.get('from') ?? ''), fromDateField(query.get('to') ?? '')];
  return from === null || to === null ? undefined : { from, to };
}

const dates = ({ from, to }: Days) => `from=${toDateField(from)}&to=${toDateField(to)}`;

/** The span in an address of Me; four weeks by default. */
export function spanIn(query: URLSearchParams): { kind: SpanKind; own: Days | undefined } {
  return { kind: SPAN_KINDS.find((kind) => kind === query.get('span')) ?? 'four', own: daysOf(query) };
}

/** The address of Me for a span. */
export function meHref(kind: SpanKind, own?: Days): string {
  return own && kind === 'any' ? `#/me?span=any&${dates(own)}` : `#/me?span=${kind}`;
}

/** The month in an address of the team's page; the present one (`now`: UTC ms) by default. */
export function monthIn(query: URLSearchParams, now: number): string {
  const named = query.get('month') ?? '';
  return MONTH.test(named) ? named : monthOf(now);
}

/** The address of a month of the team's page. */
export const teamHref = (month: string): string => `#/team?month=${month}`;

/** The filter in an address of Activity. */
export function filterIn(query: URLSearchParams): EventFilter {
  const days = daysOf(query);
  const type = EVENT_TYPES.find((one) => one === query.get('type')) ?? '';
  return { ...NO_FILTER, type, ...(days && { ...days, counted: true }) };
}

/** The address of what is behind a figure: events, or followed links. */
export function countedHref(type: EventType, days: Days): string {
  if (type === 'clicked') return `#/links?${dates(days)}`;
  return `#/activity?type=${type}&${dates(days)}`;
}

/** The address of a report. */
export const reportHref = (days: Days): string => `#/report?${dates(days)}`;
