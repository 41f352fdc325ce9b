import * as z from 'zod/mini';
import { moment, wholeDays } from '../workspace/moment.ts';

/**
 * What can happen. `prepared`: we made the link. `opened`: we opened the share window (or copied, where the
 * channel has none). `captured`: a post was captured. `looked`: a captured post was opened again.
 * `clicked` and `converted` come from a hub.
 */
export const EVENT_TYPES = ['prepared', 'opened', 'captured', 'looked', 'clicked', 'converted'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const Event = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(60)),
  /** UTC ms. */
  at: moment,
  /** Whole days since 1970-01-01 in the person's own time zone at that moment: a day stays the day it was. */
  day: wholeDays,
  type: z.enum(EVENT_TYPES),
  /** Recipe id of the site where it happened, `page` for any other. */
  site: z.string().check(z.maxLength(40)),
  /** Host the post was on, for a page without a recipe. */
  place: z.string().check(z.maxLength(255)),
  /** Channel id, empty where there is none (captures). */
  channel: z.string().check(z.maxLength(40)),
  /** Key of the post. */
  post: z.string().check(z.maxLength(4100)),
  /** Link id or capture id that this is about. */
  about: z.string().check(z.maxLength(60)),
  /** A few words to recognise it by. */
  title: z.string().check(z.maxLength(200)),
  /** When it was taken back, UTC ms; 0 while it stands. A taken-back event stays in the list and counts nowhere. */
  undone: moment,
});
export type Event = z.infer<typeof Event>;

/** Whole days since 1970-01-01 of a moment (UTC ms) in the time zone of this device. */
export function dayOf(at: number): number {
  const local = new Date(at);
  return Math.floor(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86_400_000);
}

/** The moment (UTC ms) at which a day begins in the time zone of this device. */
export function startOfDay(day: number): number {
  const utc = new Date(day * 86_400_000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()).getTime();
}
