import { monthOf } from '../workspace/room.ts';
import { SharedEvent } from './shared-event.ts';

const DAY = 86_400_000;

/** Counts by cell: `day|type|channel|site|campaign`. */
export type Cells = ReadonlyMap<string, number>;

/** Where an event counts. A `|` in a value would make it another's cell. */
function cellOf({ day, type, channel, site, campaign }: SharedEvent): string {
  return [day, type, channel, site, campaign].map((part) => String(part).replaceAll('|', ' ')).join('|');
}

/** Whether an event is of a month. Its day is where the person was: time zones reach a day over. */
function isOfMonth({ at, day }: SharedEvent, month: string): boolean {
  return monthOf(at) === month && Math.abs(day * DAY - at) <= 2 * DAY;
}

/** Values of one kind by which a member's month is told apart; what is rarer counts without. */
const MOST_VALUES = 200;
const BOUNDED = ['channel', 'site', 'campaign'] as const;

/** The values that are told, most counted first: whoever invents thousands of sites makes no thousands of cells. */
function toldOf(events: readonly SharedEvent[], field: (typeof BOUNDED)[number]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event[field], (counts.get(event[field]) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Set(sorted.slice(0, MOST_VALUES).map(([value]) => value));
}

/** What of a room's items is an event of the month that stands. */
function eventsOf(items: Readonly<Record<string, unknown>>, month: string): SharedEvent[] {
  return Object.entries(items).flatMap(([key, value]) => {
    const { data } = SharedEvent.safeParse(value);
    return data && data.id === key && data.undone === 0 && isOfMonth(data, month) ? [data] : [];
  });
}

/**
 * What one member's room of one month adds up to. What does not fit its schema, is of another month, or was taken back
 * counts nowhere. The order does not matter, and counting again gives the same.
 */
export function foldRoom(items: Readonly<Record<string, unknown>>, month: string): Cells {
  const events = eventsOf(items, month);
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

/** One counted cell, of a member. */
export interface Counted {
  readonly member: string;
  readonly cell: string;
  readonly count: number;
}

/** Where a member belongs, and whether they appear by name. */
export interface Placed {
  readonly id: string;
  readonly group: string;
  readonly region: string;
  readonly listed: boolean;
}

export interface Sums {
  readonly prepared: number;
  readonly opened: number;
  readonly captured: number;
  /** People who followed a link, by itself or by its code. */
  readonly clicked: number;
}
export interface MonthResults {
  readonly days: Record<string, { day: number; counts: Record<string, number> }>;
  readonly people: Record<string, Sums>;
  /** Of groups (`g.<id>`), regions (`r.<id>`) and campaigns (`c.<id>`). */
  readonly totals: Record<string, Sums & { people: number }>;
}

/** Fewer people than this are told by the whole they are part of. */
export const FEWEST = 3;

/** What a team's month adds up to. Folded by the hub from the members' rooms; anybody can fold it again. */
export function foldMonth(counted: readonly Counted[], placed: readonly Placed[]): MonthResults {
  const days: MonthResults['days'] = {};
  for (const { cell, count } of counted) {
    const [day = '', type, channel, site] = cell.split('|');
    const row = days[`d${day}`] ?? { day: Number(day), counts: {} };
    days[`d${day}`] = row;
    const name = `${type}|${channel}|${site}`;
    row.counts[name] = (row.counts[name] ?? 0) + count;
  }
  const sums = sumsOf(counted);
  const listed = named(placed, sums);
  const people = Object.fromEntries(listed.map(({ id }) => [id, sums.get(id) ?? NOTHING]));
  return {
    days,
    people,
    totals: {
      ...parts(placed, sums, 'group', 'g'),
      ...parts(placed, sums, 'region', 'r'),
      ...campaigns(counted),
    },
  };
}

/**
 * Who appears by name. Where one or two who took part do not, so many more are left out that at least three are not
 * named: what the team did, less what the named did, would else be told of the others.
 */
function named(placed: readonly Placed[], sums: ReadonlyMap<string, Sums>): Placed[] {
  const active = placed.filter(({ id }) => sums.has(id));
  const most = ({ id }: Placed) => (sums.get(id)?.prepared ?? 0) + (sums.get(id)?.opened ?? 0);
  const listed = active
    .filter((one) => one.listed)
    .sort((a, b) => most(b) - most(a) || (a.id < b.id ? -1 : 1));
  const unnamed = active.length - listed.length;
  return unnamed === 0 ? listed : listed.slice(0, Math.max(0, listed.length - Math.max(0, FEWEST - unnamed)));
}

const NOTHING: Sums = { prepared: 0, opened: 0, captured: 0, clicked: 0 };

function plus(sums: Sums, told: string, count: number): Sums {
  const type = told === 'scanned' ? 'clicked' : told;
  return type in sums ? { ...sums, [type]: sums[type as keyof Sums] + count } : sums;
}

function sumsOf(counted: readonly Counted[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { member, cell, count } of counted)
    sums.set(member, plus(sums.get(member) ?? NOTHING, cell.split('|')[1] ?? '', count));
  return sums;
}

/**
 * Sums by group or region, of at least three people each. Where one part is left out, the smallest of the others is
 * too, and both are told as one: from a single missing part its people's sums would follow by subtraction.
 */
function parts(
  placed: readonly Placed[],
  sums: ReadonlyMap<string, Sums>,
  by: 'group' | 'region',
  sign: string,
) {
  const members = new Map<string, Placed[]>();
  for (const one of placed) members.set(one[by], [...(members.get(one[by]) ?? []), one]);
  const all = [...members]
    .map(([id, people]) => ({ id, people }))
    // Equal ones by id: what is told must not hang on the order in which people were read.
    .sort((a, b) => a.people.length - b.people.length || (a.id < b.id ? -1 : 1));
  const small = all.filter(({ id, people }) => people.length < FEWEST || id === '');
  let told = all.filter((one) => !small.includes(one));
  const together = [...small];
  const count = () => together.reduce((sum, { people }) => sum + people.length, 0);
  while (together.length > 0 && told.length > 0 && (together.length < 2 || count() < FEWEST)) {
    const [next, ...rest] = told;
    if (next) together.push(next);
    told = rest;
  }
  const shown = told.map(({ id, people }) => [`${sign}.${id}`, summed(people, sums)] as const);
  const others = together.flatMap(({ people }) => people);
  return Object.fromEntries(
    others.length >= FEWEST ? [...shown, [`${sign}.`, summed(others, sums)] as const] : shown,
  );
}

function summed(people: readonly Placed[], sums: ReadonlyMap<string, Sums>): Sums & { people: number } {
  const total = people.reduce<Sums>((before, { id }) => {
    const { prepared, opened, captured, clicked } = sums.get(id) ?? NOTHING;
    return {
      prepared: before.prepared + prepared,
      opened: before.opened + opened,
      captured: before.captured + captured,
      clicked: before.clicked + clicked,
    };
  }, NOTHING);
  return { ...total, people: people.length };
}

/** Sums by campaign, of those that at least three people took part in. */
function campaigns(counted: readonly Counted[]): Record<string, Sums & { people: number }> {
  const by = new Map<string, Counted[]>();
  for (const one of counted) {
    const campaign = one.cell.split('|')[4] ?? '';
    if (campaign) by.set(campaign, [...(by.get(campaign) ?? []), one]);
  }
  const told = [...by].map(([id, rows]) => {
    const people = new Set(rows.map(({ member }) => member)).size;
    const sums = rows.reduce((sum, { cell, count }) => plus(sum, cell.split('|')[1] ?? '', count), NOTHING);
    return [`c.${id}`, { ...sums, people }] as const;
  });
  return Object.fromEntries(told.filter(([, { people }]) => people >= FEWEST));
}
