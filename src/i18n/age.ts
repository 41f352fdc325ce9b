import { date } from './format.ts';
import { relativeFormat } from './formatters.ts';
import { current, t } from './language.ts';

const DAY = 86_400_000;

/** Midnight of a moment's day on this device. */
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** Calendar days between two moments; rounded for days with a change to or from summer time. */
const daysBetween = (from: number, to: number) => Math.round((midnight(to) - midnight(from)) / DAY);

/**
 * Age of a moment (UTC ms) in the page's language: words up to a week, then the date. Yesterday is the calendar day before.
 * The first minute has words of our own: Intl's “now” reads as if it were still going on.
 */
export function age(at: number, now: number): string {
  const { language } = current.value;
  const past = now - at;
  const words = relativeFormat(language, { numeric: 'auto' });
  if (past < 60_000) return t('ageNow');
  if (past < 3_600_000) return words.format(-Math.floor(past / 60_000), 'minute');
  if (past < DAY) return words.format(-Math.floor(past / 3_600_000), 'hour');
  const days = daysBetween(at, now);
  return days < 7 ? words.format(-days, 'day') : date(at, language);
}
