import * as z from 'zod/mini';

const DAY = 86_400_000;
/** Hours that the calendar is ahead, or behind, of UTC at most. */
const ZONES = 14 * 3_600_000;

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** A day without a clock (`2026-11-24`): the same day in every zone, so never a moment. */
export const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isDay));
export type Day = z.infer<typeof Day>;

/** When something was, as far as it is known: a moment (UTC ms), or a day alone; both null where neither is. */
export interface When {
  readonly time: number | null;
  readonly day: Day | null;
}

/** Whether a moment falls on a day somewhere on earth. */
export function isOnDay(time: number, day: Day): boolean {
  const start = Date.parse(`${day}T00:00:00Z`);
  return time >= start - ZONES && time < start + DAY + ZONES;
}

/** When a thing was, as the first of two tells it, or the second where the first tells no more than its day. */
export function sameWhen(one: When, other: When): When {
  const isExacter = other.time !== null && (one.day === null || isOnDay(other.time, one.day));
  const { time, day } = one.time === null && (isExacter || one.day === null) ? other : one;
  return { time, day };
}
