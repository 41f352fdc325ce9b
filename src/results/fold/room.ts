import { type Cells, cellOf } from '../../activity/cell.ts';
import { SharedEvent } from '../../team/shared-event.ts';
import { monthOf } from '../../workspace/room.ts';

const DAY = 86_400_000;

/** Whether an event is of a month. Its day is where the person was: time zones reach a day over. */
function isOfMonth({ at, day }: SharedEvent, month: string): boolean {
  return monthOf(at) === month && Math.abs(day * DAY - at) <= 2 * DAY;
}

/** Values of one kind by which a member's month is told apart; what is rarer counts without. */
const MOST_VALUES = 200;
const BOUNDED = ['channel', 'site', 'campaign', 'item'] as const;

/** The values that are told, most counted first: whoever invents thousands of sites makes no thousands of cells. */
function toldOf(events: readonly SharedEvent[], field: (typeof BOUNDED)[number]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event[field], (counts.get(event[field]) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Set(sorted.slice(0, MOST_VALUES).map(([value]) => value));
}

/** What stands under the keys of a room: the event, or null where it is none. */
export type DeclaredEvents = ReadonlyMap<string, SharedEvent | null>;

/** A room's items as the events that they are. */
export function declaredIn(items: Readonly<Record<string, unknown>>): DeclaredEvents {
  const declared = ([key, value]: [string, unknown]) => {
    const { data } = SharedEvent.safeParse(value);
    return [key, data?.id === key ? data : null] as const;
  };
  return new Map(Object.entries(items).map(declared));
}

/** The events of the month that stand, of no later than a moment. */
function eventsOf(declared: DeclaredEvents, month: string, until: number): SharedEvent[] {
  const stands = (event: SharedEvent) => event.undone === 0 && event.at <= until && isOfMonth(event, month);
  return [...declared.values()].filter((event) => event !== null).filter(stands);
}

/**
 * What one member's room of one month adds up to. What does not fit its schema, is of another month, or was taken back
 * counts nowhere. The order does not matter, and counting again gives the same. `until`: the last moment that is counted,
 * UTC ms.
 */
export function foldRoom(declared: DeclaredEvents, month: string, until = Number.POSITIVE_INFINITY): Cells {
  const events = eventsOf(declared, month, until);
  const told = BOUNDED.map((field) => [field, toldOf(events, field)] as const);
  const cells = new Map<string, number>();
  for (const event of events) {
    const bounded = { ...event };
    for (const [field, values] of told) if (!values.has(event[field])) bounded[field] = '';
    const cell = cellOf(bounded);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return cells;
}
