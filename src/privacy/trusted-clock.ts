import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

const DAY = 86_400_000;
/** Largest jump of the clock between two runs that is trusted at once, ms. */
export const STEP = 2 * DAY;
/** How long, and over how many runs, a time further ahead must persist before it is trusted. */
export const STANDS = 3 * DAY;
export const LOOKS = 3;
/** How long after a clock was set back rows dated then are exempt, ms. */
export const SPARED = 30 * DAY;
const MOST_SPARED = 50;

const Range = z.object({ from: z.number(), to: z.number() });
export const Clock = z.object({
  /** The trusted time by which rows expire, UTC ms; 0 while none is trusted, and then nothing expires. */
  trusted: z.number(),
  /** A time ahead of the trusted one: since when it was seen and how often. */
  doubted: z.nullable(z.object({ from: z.number(), last: z.number(), looks: z.int() })),
  /** Date ranges of rows that may have been written under a wrong clock. They are exempt from retention. */
  spared: z.array(Range).check(z.maxLength(MOST_SPARED)),
});
export type Clock = z.infer<typeof Clock>;

export const clock: Setting<Clock> = {
  name: 'privacy.clock',
  value: Clock,
  initial: { trusted: 0, doubted: null, spared: [] },
};

function doubt({ doubted }: Clock, now: number): NonNullable<Clock['doubted']> {
  // A doubted clock that goes back was unstable: start over.
  if (!doubted || now < doubted.last) return { from: now, last: now, looks: 1 };
  return { from: doubted.from, last: now, looks: doubted.looks + 1 };
}

/** Whether a doubted time has persisted. The present run is later, and is not itself trusted by that. */
function hasStood({ from, last, looks }: NonNullable<Clock['doubted']>, now: number): boolean {
  return now >= last && looks >= LOOKS && last - from >= STANDS;
}

/**
 * Updates the trusted clock by the device's clock (UTC ms). Retention must not trust a clock that jumps ahead
 * for a moment (a wrong time zone, a flat battery, a restored image), which would make everything old. So a
 * time far ahead is trusted only after several days and runs; an earlier time at once, since it deletes less.
 * Rows written while a clock is set back look old once it is right again: their dates are exempt.
 */
export function afterLook(before: Clock, now: number): Clock {
  const { trusted, spared } = before;
  if (now < trusted - STEP) {
    const range = { from: now - STEP, to: now + SPARED };
    return { trusted: now, doubted: null, spared: [...spared, range].slice(-MOST_SPARED) };
  }
  // A jump that elapsed days explain, in either direction.
  if (trusted > 0 && now <= trusted + STEP) return { trusted: now, doubted: null, spared };
  const { doubted } = before;
  if (doubted && hasStood(doubted, now))
    return afterLook({ trusted: doubted.last, doubted: null, spared }, now);
  return { trusted, doubted: doubt(before, now), spared };
}

/** Whether a row dated `at` (UTC ms) has expired. False while no time is trusted, and for exempt dates. */
export function isOld(at: number, days: number | 'always', { trusted, spared }: Clock): boolean {
  if (days === 'always' || trusted === 0 || at >= cutoff(days, trusted)) return false;
  return !spared.some(({ from, to }) => at >= from && at <= to);
}

/** Rows from before this moment (UTC ms) have expired. */
export function cutoff(days: number, trusted: number): number {
  return trusted - days * DAY;
}
