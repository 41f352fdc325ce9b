import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/activity/sentence.ts';
import type { Totals } from '../../../src/activity/stats.ts';

const totals = (part: Partial<Totals> = {}): Totals => ({
  prepared: 0,
  opened: 0,
  captured: 0,
  looked: 0,
  clicked: 0,
  converted: 0,
  ...part,
});
const facts = (now: Partial<Totals>, before: Partial<Totals> = {}, ever = true) => ({
  now: totals(now),
  before: totals(before),
  channels: [],
  ever,
});

describe('the sentence', () => {
  it('is honest where nothing was ever shared', () => {
    expect(sentenceOf(facts({ captured: 3 }, {}, false)).headline).toEqual({ say: 'never' });
  });
  it('does not say "yet" where something was shared before', () => {
    expect(sentenceOf(facts({}, { opened: 2 }))).toEqual({
      headline: { say: 'none' },
      comparison: null,
      busiest: null,
    });
  });
  it('counts what was opened', () => {
    expect(sentenceOf(facts({ prepared: 9, opened: 6 })).headline).toEqual({ say: 'opened', n: 6 });
  });
  it('counts what was prepared where nothing was opened, and compares that', () => {
    const { headline, comparison } = sentenceOf(facts({ prepared: 4 }, { prepared: 1, opened: 9 }));
    expect(headline).toEqual({ say: 'prepared', n: 4 });
    expect(comparison).toEqual({ say: 'more', n: 3 });
  });
  it.each([
    [5, { say: 'more', n: 1 }],
    [4, { say: 'same' }],
    [1, { say: 'fewer', n: 3 }],
  ])('compares %i with 4 before', (opened, comparison) => {
    expect(sentenceOf(facts({ opened }, { opened: 4 })).comparison).toEqual(comparison);
  });
  it('does not compare with nothing', () => {
    expect(sentenceOf(facts({ opened: 4 })).comparison).toEqual({ say: 'noneBefore' });
  });
  it('names the busiest channel by what it counts, and none that has none', () => {
    const channels = [
      { id: 'x', totals: totals({ prepared: 9, opened: 1 }) },
      { id: 'line', totals: totals({ prepared: 3, opened: 3 }) },
    ];
    const now = totals({ prepared: 12, opened: 4 });
    expect(sentenceOf({ ...facts({}), now, channels }).busiest).toEqual({ id: 'line', n: 3 });
    expect(sentenceOf({ ...facts({ opened: 2 }), channels: [] }).busiest).toBeNull();
  });
});
