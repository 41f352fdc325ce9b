import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

const DAY = 86_400_000;
/** How far a clock may move between two looks, either way, and be believed at once, ms. */
export const STEP = 2 * DAY;
/** How long, and over how many looks, a time further ahead has to stand before it is believed. */
export const STANDS = 3 * DAY;
export const LOOKS = 3;
/** How long after a clock was set back what is dated then is left alone, ms. */
export const SPARED = 30 * DAY;
const MOST_SPARED = 50;

const Range = z.object({ from: z.number(), to: z.number() });
export const Clock = z.object({
  /** The time by which rows are deleted, UTC ms; 0 while none is believed yet: then nothing is. */
  trusted: z.number(),
  /** A time ahead of the trusted one: since when it is seen, by itself, and how often. */
  doubted: z.nullable(z.object({ from: z.number(), last: z.number(), looks: z.int() })),
  /** Dates of rows that may have been written under a wrong clock. They are not deleted by age. */
  spared: z.array(Range).check(z.maxLength(MOST_SPARED)),
});
export type Clock = z.infer<typeof Clock>;

export const clock: Setting<Clock> = {
  name: 'privacy.clock',
  value: Clock,
  initial: { trusted: 0, doubted: null, spared: [] },
};

function doubt({ doubted }: Clock, now: number): NonNullable<Clock['doubted']> {
  // A doubted clock that goes back was one that jumps about: its standing begins anew.
  if (!doubted || now < doubted.last) return { from: now, last: now, looks: 1 };
  return { from: doubted.from, last: now, looks: doubted.looks + 1 };
}

/** Whether a doubted time has stood. This look is later than it, and is itself not believed by that. */
function hasStood({ from, last, looks }: NonNullable<Clock['doubted']>, now: number): boolean {
  return now >= last && looks >= LOOKS && last - from >= STANDS;
}

/**
 * What a look at the device's clock (UTC ms) teaches. Deleting by age must not believe a clock just because it says
 * so: one that jumps ahead for a moment (a wrong time zone, a flat battery, a restored image) would make everything
 * old. So a time far ahead is believed only after it has stood for days and several looks; an earlier time is believed
 * at once, since it deletes less. What is written while a clock is set back looks old when it is right again: its
 * dates are spared.
 */
export function afterLook(before: Clock, now: number): Clock {
  const { trusted, spared } = before;
  if (trusted > 0 && now < trusted - STEP) {
    const range = { from: now - STEP, to: now + SPARED };
    return { trusted: now, doubted: null, spared: [...spared, range].slice(-MOST_SPARED) };
  }
  // A step that the days explain, either way.
  if (trusted > 0 && now <= trusted + STEP) return { trusted: now, doubted: null, spared };
  const { doubted } = before;
  if (doubted && hasStood(doubted, now))
    return afterLook({ trusted: doubted.last, doubted: null, spared }, now);
  return { trusted, doubted: doubt(before, now), spared };
}

/** Whether a row dated `at` (UTC ms) has outlived its days. False while no time is believed, and for spared dates. */
export function isOld(at: number, days: number | 'always', { trusted, spared }: Clock): boolean {
  if (days === 'always' || trusted === 0 || at >= cutoff(days, trusted)) return false;
  return !spared.some(({ from, to }) => at >= from && at <= to);
}

/** Rows from before this moment (UTC ms) have outlived their days. */
export function cutoff(days: number, trusted: number): number {
  return trusted - days * DAY;
}
