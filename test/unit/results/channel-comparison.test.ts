import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestChannel } from '../../../src/results/channel-comparison.ts';
import type { ResultSums } from '../../../src/results/results-items.ts';

const sums = (opened: number, clicked: number, people = 5): ResultSums => ({
  prepared: opened,
  opened,
  captured: 0,
  clicked,
  people,
});
const of = (channels: Record<string, ResultSums>) => bestChannel(new Map(Object.entries(channels)));

describe('which channel suits something', () => {
  it('is shown where one is followed clearly more, by enough shares of enough people', () => {
    expect(of({ x: sums(40, 40), line: sums(40, 160) })).toEqual({
      channel: 'line',
      rate: 4,
      others: 1,
      shares: 40,
    });
  });
  it.each([
    ['one channel alone', { line: sums(40, 160) }],
    ['too few shares', { x: sums(40, 40), line: sums(19, 160) }],
    ['too few people', { x: sums(40, 40), line: sums(40, 160, 2) }],
    ['a difference that may be chance', { x: sums(40, 40), line: sums(40, 48) }],
    ['nobody followed', { x: sums(40, 0), line: sums(40, 0) }],
    ['nothing', {}],
  ])('is not shown for %s', (_, channels) => {
    expect(of(channels)).toBeNull();
  });
  it('does not depend on the order of channels', () => {
    const channel = fc.record({
      opened: fc.integer({ min: 0, max: 100 }),
      clicked: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('x', 'line', 'weibo', 'note'), channel), (all) => {
        const rows = Object.entries(all).map(([id, one]) => [id, sums(one.opened, one.clicked)] as const);
        expect(bestChannel(new Map(rows))).toEqual(bestChannel(new Map([...rows].reverse())));
      }),
    );
  });
});
