import type { Measures } from './measures.ts';
import { type Shared, SharedThing } from './shared-thing.ts';
import type { Sums, SumsBy } from './sums.ts';

/** A member's group and region, and whether they are listed by name. */
export interface GroupedMember {
  readonly id: string;
  readonly group: string;
  readonly region: string;
  readonly listed: boolean;
  /** Whether they left the team. */
  readonly left?: boolean;
}

/**
 * The members who are listed by name, those with most clicks first. If too few active members are unlisted, the last listed
 * ones are left out too until enough are unnamed; otherwise subtracting the named sums from the team's total
 * reveals the unnamed.
 */
export function listedByName(placed: readonly GroupedMember[], sums: SumsBy): GroupedMember[] {
  const active = placed.filter(({ id }) => sums.has(id));
  const most = ({ id }: GroupedMember) => sums.get(id);
  const listed = active
    .filter((one) => one.listed)
    .sort((a, b) => sums.measures.compare(most(a), most(b)) || (a.id < b.id ? -1 : 1));
  const unnamed = active.length - listed.length;
  const missing = Math.max(0, sums.measures.minPeople - unnamed);
  return unnamed === 0 ? listed : listed.slice(0, Math.max(0, listed.length - missing));
}

interface Part {
  readonly id: string;
  readonly people: readonly GroupedMember[];
}

/**
 * Parts of at least `fewest` people each, and the others, which are shown as one. If a single part has to be left out, the
 * smallest of the others is left out too: the sums of a single missing part would follow by subtraction.
 */
function splitBySize(
  placed: readonly GroupedMember[],
  by: 'group' | 'region',
  fewest: number,
): { large: Part[]; others: GroupedMember[] } {
  const all = [...Map.groupBy(placed, (one) => one[by])]
    .map(([id, people]) => ({ id, people }))
    // Ties by id, so that the result does not depend on the order in which people were read.
    .sort((a, b) => a.people.length - b.people.length || (a.id < b.id ? -1 : 1));
  const small = all.filter(({ id, people }) => people.length < fewest || id === '');
  let large: Part[] = all.filter((one) => !small.includes(one));
  const rest: Part[] = [...small];
  const count = () => rest.reduce((sum, { people }) => sum + people.length, 0);
  while (rest.length > 0 && large.length > 0 && (rest.length < 2 || count() < fewest)) {
    const [next, ...after] = large;
    if (next) rest.push(next);
    large = after;
  }
  return { large, others: rest.flatMap(({ people }) => [...people]) };
}

/** Sums by group or region, of enough people each; the others under the empty id. */
export function parts(
  placed: readonly GroupedMember[],
  sums: SumsBy,
  by: 'group' | 'region',
  sign: string,
): Record<string, Shared> {
  const { minPeople } = sums.measures;
  const { large, others } = splitBySize(placed, by, minPeople);
  const shown = large.map(({ id, people }) => [`${sign}.${id}`, summed(people, sums)] as const);
  return Object.fromEntries(
    others.length >= minPeople ? [...shown, [`${sign}.`, summed(others, sums)] as const] : shown,
  );
}

function summed(people: readonly GroupedMember[], sums: SumsBy): Shared {
  const total = people.reduce<Sums>(
    (before, { id }) => sums.measures.together(before, sums.get(id)),
    sums.measures.nothing,
  );
  return { ...total, people: people.length };
}

/** The same parts as `parts` shows, by channel. */
export function partsByChannel(
  placed: readonly GroupedMember[],
  measures: Measures,
  channelsOf: (member: string) => SumsBy | undefined,
  by: 'group' | 'region',
  sign: string,
): Record<string, Record<string, Shared>> {
  const shown = splitBySize(placed, by, measures.minPeople).large.map(({ id, people }) => {
    const thing = new SharedThing(measures);
    for (const { id: member } of people)
      for (const [channel, sums] of channelsOf(member)?.entries() ?? [])
        for (const [type, n] of Object.entries(sums)) if (n !== 0) thing.add(member, channel, type, n);
    return [`${sign}.${id}`, thing.channels()] as const;
  });
  return Object.fromEntries(shown.filter(([, channels]) => Object.keys(channels).length > 0));
}
