import type { DayResults, DaySums } from './day-sums.ts';
import type { Measures } from './measures.ts';
import type { SharedThing } from './shared-thing.ts';
import type { GroupedMember } from './small-cell-suppression.ts';
import type { Sums, SumsBy } from './sums.ts';
import type { Figures } from './suppression/shown-month.ts';

/** The most people, campaigns and materials that are shown, by clicks. */
const MOST = 100;

/** All sums of a month. */
export interface MonthParts {
  readonly days: ReadonlyMap<string, DaySums>;
  readonly members: SumsBy;
  /** By member, by channel. */
  readonly byChannel: ReadonlyMap<string, SumsBy>;
  readonly campaigns: ReadonlyMap<string, SharedThing>;
  readonly materials: ReadonlyMap<string, SharedThing>;
}

export interface OpenMonth {
  readonly days: Record<string, DayResults>;
  readonly people: Record<string, Figures>;
  readonly totals: Record<string, Figures>;
  readonly materials: Record<string, Figures>;
  readonly channels: Record<string, Record<string, Figures>>;
}

const byRank =
  (measures: Measures) =>
  ([a, x]: readonly [string, Sums], [b, y]: readonly [string, Sums]): number =>
    measures.compare(x, y) || (a < b ? -1 : 1);

const most = (measures: Measures, all: readonly (readonly [string, Sums])[]) =>
  [...all].sort(byRank(measures)).slice(0, MOST);

/** The sums of members who are shown by name, by clicks. */
export function listedSums(members: SumsBy, isNamed: (member: string) => boolean): [string, Sums][] {
  return [...members.entries()].filter(([id]) => isNamed(id)).sort(byRank(members.measures));
}

/** The whole month, for an open team; names only of members who want to be listed. */
export function openMonth(parts: MonthParts, placed: readonly GroupedMember[]): OpenMonth {
  const listed = new Set(placed.filter((one) => one.listed && !one.left).map(({ id }) => id));
  const totalsOf = (things: ReadonlyMap<string, SharedThing>) =>
    most(
      parts.members.measures,
      [...things].map(([id, thing]) => [id, thing.sums()]),
    );
  const [campaigns, materials] = [totalsOf(parts.campaigns), totalsOf(parts.materials)];
  const of = (
    things: ReadonlyMap<string, SharedThing>,
    all: readonly (readonly [string, Sums])[],
    sign: string,
  ) => all.map(([id]) => [`${sign}.${id}`, things.get(id)?.byChannel() ?? {}] as const);
  const [groups, regions] = [partsOf(placed, parts, 'group', 'g'), partsOf(placed, parts, 'region', 'r')];
  return {
    days: Object.fromEntries(
      [...parts.days].flatMap(([key, day]) => (day.isEmpty ? [] : [[key, day.results()]])),
    ),
    people: Object.fromEntries(listedSums(parts.members, (id) => listed.has(id)).slice(0, MOST)),
    totals: Object.fromEntries([
      ...groups.totals,
      ...regions.totals,
      ...campaigns.map(([id, sums]) => [`c.${id}`, sums] as const),
    ]),
    materials: Object.fromEntries(materials),
    channels: Object.fromEntries([
      ...groups.channels,
      ...regions.channels,
      ...of(parts.campaigns, campaigns, 'c'),
      ...of(parts.materials, materials, 'i'),
    ]),
  };
}

/** The sums of all groups or regions, in total and by channel; members without one are under the empty id. */
function partsOf(
  placed: readonly GroupedMember[],
  { members, byChannel }: Pick<MonthParts, 'members' | 'byChannel'>,
  by: 'group' | 'region',
  sign: string,
) {
  const all = [...Map.groupBy(placed, (one) => one[by])];
  const totals = all.map(([id, people]) => {
    const sums = people.reduce<Sums>(
      (before, one) => members.measures.together(before, members.get(one.id)),
      members.measures.nothing,
    );
    return [`${sign}.${id}`, sums] as const;
  });
  const channels = all
    .filter(([id]) => id !== '')
    .map(([id, people]) => [`${sign}.${id}`, channelsOf(people, byChannel, members.measures)] as const);
  return { totals, channels };
}

function channelsOf(
  people: readonly GroupedMember[],
  byChannel: ReadonlyMap<string, SumsBy>,
  measures: Measures,
): Record<string, Figures> {
  const sums = new Map<string, Sums>();
  for (const { id } of people)
    for (const [channel, own] of byChannel.get(id)?.entries() ?? [])
      if (channel !== '') sums.set(channel, measures.together(sums.get(channel) ?? measures.nothing, own));
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
