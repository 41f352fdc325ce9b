import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketSize, buckets } from '../../../src/activity/bucket.ts';
import { fold } from '../../../src/activity/stats.ts';
import { anyEvents, rolledUp } from './facts.ts';

describe('bars', () => {
  it('are days up to two months, weeks up to a year, and never very many', () => {
    expect(bucketSize(28)).toBe(1);
    expect(bucketSize(62)).toBe(1);
    expect(bucketSize(365)).toBe(7);
    for (const days of [401, 1000, 3660]) {
      expect(bucketSize(days) % 7).toBe(0);
      expect(days / bucketSize(days)).toBeLessThanOrEqual(60);
    }
  });
  it('lose nothing, whatever their size', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 15 }), (events, size) => {
        const stats = fold(rolledUp(events), 100, 110);
        const bars = buckets(stats.days, size);
        expect(bars.reduce((sum, bar) => sum + bar.opened, 0)).toBe(stats.totals.opened);
        expect(bars.reduce((sum, bar) => sum + bar.prepared, 0)).toBe(stats.totals.prepared);
        expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([100, 110]);
      }),
    );
  });
  it('end with a whole one', () => {
    const bars = buckets(fold([], 1, 16).days, 7);
    expect(bars.map(({ from, to }) => to - from + 1)).toEqual([2, 7, 7]);
  });
});
