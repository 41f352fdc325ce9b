import * as z from 'zod/mini';

const DAY = 86_400_000;
/** Largest offset of a time zone from UTC, ms. */
const ZONES = 14 * 3_600_000;

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** A day without a time (`2026-11-24`): the same in every zone, hence no moment. */
export const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isDay));
export type Day = z.infer<typeof Day>;

/** A moment (UTC ms), or only a day; both null where unknown. */
export interface When {
  readonly time: number | null;
  readonly day: Day | null;
}

/** Whether a moment falls on a day in some time zone. */
export function isOnDay(time: number, day: Day): boolean {
  const start = Date.parse(`${day}T00:00:00Z`);
  return time >= start - ZONES && time < start + DAY + ZONES;
}

/** The first of two times, refined by the second where the first has only the same day. */
export function sameWhen(one: When, other: When): When {
  const isExacter = other.time !== null && (one.day === null || isOnDay(other.time, one.day));
  const { time, day } = one.time === null && (isExacter || one.day === null) ? other : one;
  return { time, day };
}
