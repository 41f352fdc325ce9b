import { describe, expect, it } from 'vitest';
import { monthAfter, monthBefore, monthOf } from '../../../src/workspace/room.ts';

const DAY = 86_400_000;

describe('the month before', () => {
  it('is the one that ended where this one begins, on every day of four years', () => {
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += DAY) {
      const start = Date.parse(`${monthOf(at)}-01T00:00:00Z`);
      expect(monthBefore(monthOf(at))).toBe(monthOf(start - DAY));
    }
    expect([monthBefore('2026-12'), monthBefore('2027-01')]).toEqual(['2026-11', '2026-12']);
  });
});

it('the month after is the next, also behind a December', () => {
  expect(['2026-01', '2026-11', '2026-12'].map(monthAfter)).toEqual(['2026-02', '2026-12', '2027-01']);
});
