import * as z from 'zod/mini';
import { own } from '../../workspace/named.ts';
import { DEVICES } from '../click/classify-request.ts';
import { type Counts, type HourCounter, NONE } from '../click/hour-counter.ts';
import { CLASSES } from '../click/rules.ts';

const count = z.int().check(z.nonnegative());

/** The sums of a link's hour. `places`: hosts that people came from. Zeros are left out. */
const HourSums = z.object({
  counts: z.partialRecord(z.enum(CLASSES), count),
  places: z.record(z.string(), count),
  devices: z.partialRecord(z.enum(DEVICES), count),
  countries: z.optional(z.record(z.string(), count)),
});
export type HourSums = z.infer<typeof HourSums>;

/** The sums of a link's day (UTC), by whole hours since 1970. */
export const DaySums = z.record(z.string().check(z.regex(/^\d+$/)), HourSums);
export type DaySums = z.infer<typeof DaySums>;

const present = <Key extends string>(counts: Readonly<Record<Key, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0)) as Partial<Record<Key, number>>;

export const sumsOf = ({ counts, places, devices, countries }: HourCounter): HourSums => ({
  counts: present(counts),
  places: Object.fromEntries(places),
  devices: Object.fromEntries(devices),
  ...(countries.size > 0 && { countries: Object.fromEntries(countries) }),
});

/** Parses a row; null if it is damaged. */
export function readDay(row: string): DaySums | null {
  try {
    return DaySums.parse(JSON.parse(row));
  } catch {
    return null;
  }
}

const whole = (sums: HourSums | undefined): Counts => ({ ...NONE, ...sums?.counts });

type Figures = Readonly<Record<string, number | undefined>>;

function areSame(some: Figures = {}, others: Figures = {}): boolean {
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...names].every((name) => (own(some, name) ?? 0) === (own(others, name) ?? 0));
}

/** Whether two sums are equal; a recount may count other people but equally many. */
export const isSame = (one: HourSums | undefined, other: HourSums): boolean =>
  (['counts', 'places', 'devices', 'countries'] as const).every((part) => areSame(one?.[part], other[part]));

/** The change of each class; unchanged ones are left out. */
export function differences(before: HourSums | undefined, after: HourSums): Partial<Counts> {
  const [was, is] = [whole(before), whole(after)];
  const changed = CLASSES.map((name) => [name, is[name] - was[name]] as const);
  return Object.fromEntries(changed.filter(([, more]) => more !== 0));
}
