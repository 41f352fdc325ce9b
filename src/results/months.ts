import type { Days } from '../activity/span.ts';
import { monthAfter, monthBefore, monthOf, monthStart } from '../workspace/room.ts';
import type { ResultDay } from './results-items.ts';

const DAY = 86_400_000;
/** Months that can be looked at: this one, and a year back to the same one. */
const OFFERED = 13;

/** Days beside a month that a time zone, or a clock that is wrong by hours, can put something into. */
const BESIDE = 3;

const firstDay = (month: string): number => monthStart(month) / DAY;

/** When a month begins (UTC ms), where that is not midnight by the clock of this device; else null. */
export function beginsHere(month: string): number | null {
  const at = firstDay(month) * DAY;
  return new Date(at).getHours() + new Date(at).getMinutes() === 0 ? null : at;
}

/** A month and those before it, newest first, `n` in all. */
export function monthsTo(month: string, n: number): string[] {
  const months = [month];
  for (let left = n - 1; left > 0; left -= 1) months.push(monthBefore(months.at(-1) ?? month));
  return months;
}

/** The months that can be chosen, newest first; `also` is one of them even if it is older. */
export function monthsOffered(now: number, also: string): string[] {
  const months = monthsTo(monthOf(now), OFFERED);
  return months.includes(also) ? months : [...months, also];
}

/**
 * The days of a month's results: its own, this month's as far as today, and the days beside it that a time zone puts some of
 * its hours into. So the days are all of the month's figures, and add up to them.
 */
export function daysIn(month: string, today: number, days: readonly ResultDay[]): Days {
  const [first, next] = [firstDay(month), firstDay(monthAfter(month))];
  const shown = days.map(({ day }) => day).filter((day) => day >= first - BESIDE && day < next + BESIDE);
  return {
    from: Math.min(first, ...shown),
    to: Math.max(first, Math.min(next - 1, today), ...shown),
  };
}
