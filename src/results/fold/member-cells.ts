import { type Cells, cellOf } from '../../activity/cell.ts';
import { SharedEvent } from '../../team/shared-event.ts';
import { monthOf } from '../../workspace/room.ts';

const DAY = 86_400_000;

/** Whether an event belongs to a month. Its day is in the person's time zone, which may differ by a day. */
function isOfMonth({ at, day }: SharedEvent, month: string): boolean {
  return monthOf(at) === month && Math.abs(day * DAY - at) <= 2 * DAY;
}

/** Values of one field that are distinguished in a member's month; rarer ones are counted without the field. */
const MOST_VALUES = 200;
const BOUNDED = ['channel', 'site', 'campaign', 'item'] as const;

/** The most frequent values of a field, so that somebody who invents thousands of sites does not create as many cells. */
function frequentValues(
  events: readonly SharedEvent[],
  field: (typeof BOUNDED)[number],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event[field], (counts.get(event[field]) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Set(sorted.slice(0, MOST_VALUES).map(([value]) => value));
}

/** The items of a room by key: an event, or null if it is invalid. */
export type DeclaredEvents = ReadonlyMap<string, SharedEvent | null>;

/** Parses a room's items as events. */
export function declaredIn(items: Readonly<Record<string, unknown>>): DeclaredEvents {
  const declared = ([key, value]: [string, unknown]) => {
    const { data } = SharedEvent.safeParse(value);
    return [key, data?.id === key ? data : null] as const;
  };
  return new Map(Object.entries(items).map(declared));
}

/** The month's events that were not undone, up to a moment. */
function eventsOf(declared: DeclaredEvents, month: string, until: number): SharedEvent[] {
  const stands = (event: SharedEvent) => event.undone === 0 && event.at <= until && isOfMonth(event, month);
  return [...declared.values()].filter((event) => event !== null).filter(stands);
}

/**
 * The cells of one member's room of one month. Invalid events, those of another month and undone ones are not counted. The
 * result does not depend on the order. `until`: the last moment that is counted, UTC ms.
 */
export function cellsOfRoom(
  declared: DeclaredEvents,
  month: string,
  until = Number.POSITIVE_INFINITY,
): Cells {
  const events = eventsOf(declared, month, until);
  const frequent = BOUNDED.map((field) => [field, frequentValues(events, field)] as const);
  const cells = new Map<string, number>();
  for (const event of events) {
    const bounded = { ...event };
    for (const [field, values] of frequent) if (!values.has(event[field])) bounded[field] = '';
    const cell = cellOf(bounded);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return cells;
}
