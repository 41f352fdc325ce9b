import type { Stats } from './stats.ts';

/** One bar of the chart: a day, or several days together. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly prepared: number;
  readonly opened: number;
  readonly clicked: number;
}

/** How many days one bar holds: a day up to two months, a week up to a year and a bit, then whole weeks. */
export function bucketSize(days: number): number {
  if (days <= 62) return 1;
  return days <= 400 ? 7 : Math.ceil(days / 60 / 7) * 7;
}

/** Days added up to bars, counted from the newest day so that the last bar is a whole one. Nothing is lost. */
export function buckets(days: Stats['days'], size = bucketSize(days.length)): Bucket[] {
  const all: Bucket[] = [];
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    const sum = (type: 'prepared' | 'opened' | 'clicked') =>
      part.reduce((all, { totals }) => all + totals[type], 0);
    all.unshift({
      from: first.day,
      to: last.day,
      prepared: sum('prepared'),
      opened: sum('opened'),
      clicked: sum('clicked'),
    });
  }
  return all;
}
