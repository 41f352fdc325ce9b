import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

/** A day of the team, added up as a diary's day is. */
export const ResultDay = z.object({ day: z.int(), counts: z.record(z.string(), count) });
export type ResultDay = z.infer<typeof ResultDay>;

/** What one person, a group or a campaign prepared, opened and kept in a month, and how often people followed it. */
export const ResultSums = z.object({
  prepared: count,
  opened: count,
  captured: count,
  /** Absent in what a hub folded before it counted clicks. */
  clicked: z.optional(count),
  people: z.optional(count),
});
export type ResultSums = z.infer<typeof ResultSums>;

/** Adds up sums of several months under one id. */
export function addUp(parts: readonly (readonly [string, ResultSums])[]): Map<string, ResultSums> {
  const all = new Map<string, ResultSums>();
  for (const [id, one] of parts) {
    const before = all.get(id);
    all.set(id, {
      prepared: (before?.prepared ?? 0) + one.prepared,
      opened: (before?.opened ?? 0) + one.opened,
      captured: (before?.captured ?? 0) + one.captured,
      clicked: (before?.clicked ?? 0) + (one.clicked ?? 0),
      people: Math.max(before?.people ?? 0, one.people ?? 0),
    });
  }
  return all;
}
