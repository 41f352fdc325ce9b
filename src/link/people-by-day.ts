import { type Bucket, buckets } from '../activity/bucket.ts';
import { noTotals } from '../activity/stats.ts';
import { type LinkHour, peopleIn } from './clicks.ts';

/** Days that a link's chart shows at least, and at most. */
const [FEW, MOST] = [14, 366];

/** People on each day of a link's life up to today (whole days since 1970), as the bars of its chart. */
export function peopleByDay(hours: readonly LinkHour[], made: number, today: number): Bucket[] {
  const first = Math.min(made, ...hours.map(({ day }) => day), today - FEW + 1);
  const from = Math.max(first, today - MOST + 1);
  const sums = new Map<number, number>();
  for (const { day, counts } of hours) sums.set(day, (sums.get(day) ?? 0) + peopleIn(counts));
  const days = Array.from({ length: today - from + 1 }, (_, at) => from + at);
  return buckets(days.map((day) => ({ day, totals: { ...noTotals(), clicked: sums.get(day) ?? 0 } })));
}
