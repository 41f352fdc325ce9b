import * as z from 'zod/mini';
import { addedUp } from '../workspace/named.ts';

const count = z.int().check(z.nonnegative());
/** The key of a count: type, channel and site. */
const cell = z.string().check(z.maxLength(600));

/** A day of the team, with the same keys as a diary's day. */
export const ResultDay = z.object({ day: z.int(), counts: z.record(cell, count) });
export type ResultDay = z.infer<typeof ResultDay>;

/**
 * What one person, a group or a campaign prepared, opened and captured in a month, and how many people followed it. In a
 * guarded month what is hidden is absent, as is what is nothing: both are shown as a dash.
 */
export const ResultSums = z.catchall(
  z.object({
    prepared: z._default(count, 0),
    opened: z._default(count, 0),
    captured: z._default(count, 0),
    /** Absent in results of hubs that did not count clicks. */
    clicked: z.optional(count),
    people: z.optional(count),
  }),
  z.catch(count, 0),
);
export type ResultSums = z.infer<typeof ResultSums>;

/** Every click of a guarded month by its type, `clicked` with those that came by a code (`scanned`). */
export const ResultCounts = z.record(cell, count);

/** Sums by channel. */
export const ResultChannels = z.record(z.string().check(z.maxLength(100)), ResultSums);

const figuresOf = (sums: ResultSums | undefined): [string, number][] =>
  Object.entries(sums ?? {}).map(([id, n]) => [id, n ?? 0]);

/** Adds up sums of several months under one id. */
export function addUp(parts: readonly (readonly [string, ResultSums])[]): Map<string, ResultSums> {
  const all = new Map<string, ResultSums>();
  for (const [id, one] of parts) {
    const before = all.get(id);
    all.set(id, {
      ...addedUp([...figuresOf(before), ...figuresOf(one)]),
      prepared: (before?.prepared ?? 0) + one.prepared,
      opened: (before?.opened ?? 0) + one.opened,
      captured: (before?.captured ?? 0) + one.captured,
      clicked: (before?.clicked ?? 0) + (one.clicked ?? 0),
      ...(one.people === undefined && before?.people === undefined
        ? {}
        : { people: Math.max(before?.people ?? 0, one.people ?? 0) }),
    });
  }
  return all;
}
