import type * as z from 'zod/mini';
import { PublishedRule } from '../team/figures.ts';
import { addUp, ResultChannels, ResultCounts, ResultDay, ResultSums } from './results-items.ts';

/** The items of a root of one room of results. */
type ItemsOf = (root: string) => ReadonlyMap<string, unknown>;

/** The results of some months of a team. */
export interface Results {
  readonly days: readonly ResultDay[];
  readonly people: ReadonlyMap<string, ResultSums>;
  /** Of groups (`g.<id>`), regions (`r.<id>`) and campaigns (`c.<id>`). */
  readonly totals: ReadonlyMap<string, ResultSums>;
  /** Of library items. */
  readonly materials: ReadonlyMap<string, ResultSums>;
  /** By channel, of the parts of `totals` and of materials (`i.<id>`). */
  readonly channels: ReadonlyMap<string, ReadonlyMap<string, ResultSums>>;
  /** How the newest of the months is published; null by the earlier rule. */
  readonly rule: PublishedRule | null;
  /** The whole team's sums in guarded months, whose days do not add up to the total. */
  readonly whole: Whole | null;
}

export interface Whole {
  readonly sums: ResultSums;
  readonly counts: Readonly<Record<string, number>>;
}

type Entries<Value> = readonly (readonly [string, Value])[];

/** The valid items of a results room. */
export interface ReadRoom {
  readonly days: readonly ResultDay[];
  readonly people: Entries<ResultSums>;
  readonly totals: Entries<ResultSums>;
  readonly materials: Entries<ResultSums>;
  readonly channels: Entries<Record<string, ResultSums>>;
  readonly rule: PublishedRule | null;
  readonly whole: Whole | null;
}

export function readRoom(items: ItemsOf): ReadRoom {
  const fitting = <Value>(root: string, schema: z.ZodMiniType<Value>) =>
    [...items(root)].flatMap(([id, value]) => {
      const read = schema.safeParse(value);
      return read.success ? [[id, read.data] as const] : [];
    });
  return {
    days: fitting('days', ResultDay).map(([, day]) => day),
    people: fitting('people', ResultSums),
    totals: fitting('totals', ResultSums),
    materials: fitting('materials', ResultSums),
    channels: fitting('channels', ResultChannels),
    ...publishedAs(items('month')),
  };
}

/** How a room is published, and the totals of a guarded one. */
function publishedAs(month: ReadonlyMap<string, unknown>): Pick<ReadRoom, 'rule' | 'whole'> {
  const rule = PublishedRule.safeParse(month.get('rule')).data ?? null;
  if (rule?.mode !== 'guarded') return { rule, whole: null };
  const sums = ResultSums.parse(ResultSums.safeParse(month.get('sums')).data ?? {});
  return { rule, whole: { sums, counts: ResultCounts.safeParse(month.get('counts')).data ?? {} } };
}

/**
 * Combines results rooms, one per month, newest first. A day that is in two of them appears twice, to be summed by the
 * caller.
 */
export function together(rooms: readonly ReadRoom[]): Results {
  const sums = (root: 'people' | 'totals' | 'materials') => addUp(rooms.flatMap((room) => room[root]));
  const byThing = Map.groupBy(
    rooms.flatMap(({ channels }) => channels),
    ([id]) => id,
  );
  const channels = [...byThing].map(
    ([id, parts]) => [id, addUp(parts.flatMap(([, by]) => Object.entries(by)))] as const,
  );
  return {
    days: rooms.flatMap(({ days }) => days),
    people: sums('people'),
    totals: sums('totals'),
    materials: sums('materials'),
    channels: new Map(channels),
    rule: rooms[0]?.rule ?? null,
    whole: rooms.length === 1 ? (rooms[0]?.whole ?? null) : null,
  };
}
