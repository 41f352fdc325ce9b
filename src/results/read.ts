import * as z from 'zod/mini';
import { addUp, ResultDay, ResultSums } from './results-items.ts';

/** The items of a root of one room of results. */
type ItemsOf = (root: string) => ReadonlyMap<string, unknown>;

/** What some months of a team add up to. */
export interface Results {
  readonly days: readonly ResultDay[];
  readonly people: ReadonlyMap<string, ResultSums>;
  /** Of groups (`g.<id>`), regions (`r.<id>`) and campaigns (`c.<id>`). */
  readonly totals: ReadonlyMap<string, ResultSums>;
  /** Of library items. */
  readonly materials: ReadonlyMap<string, ResultSums>;
  /** By channel, of the parts of `totals` and of materials (`i.<id>`). */
  readonly channels: ReadonlyMap<string, ReadonlyMap<string, ResultSums>>;
}

export const NO_RESULTS: Results = {
  days: [],
  people: new Map(),
  totals: new Map(),
  materials: new Map(),
  channels: new Map(),
};

const ByChannel = z.record(z.string(), ResultSums);

/** Reads rooms of results, a room a month. What does not fit is left out. Days of two rooms are added by whoever sums them. */
export function readResults(rooms: readonly ItemsOf[]): Results {
  const entries = (root: string) => rooms.flatMap((items) => [...items(root)]);
  const fitting = <Value>(root: string, schema: z.ZodMiniType<Value>) =>
    entries(root).flatMap(([id, value]) => {
      const read = schema.safeParse(value);
      return read.success ? [[id, read.data] as const] : [];
    });
  const byThing = Map.groupBy(fitting('channels', ByChannel), ([id]) => id);
  const channels = [...byThing].map(([id, parts]) => {
    const all = parts.flatMap(([, by]) => Object.entries(by));
    return [id, addUp(all)] as const;
  });
  return {
    days: fitting('days', ResultDay).map(([, day]) => day),
    people: addUp(fitting('people', ResultSums)),
    totals: addUp(fitting('totals', ResultSums)),
    materials: addUp(fitting('materials', ResultSums)),
    channels: new Map(channels),
  };
}
