import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterLook, type Clock, clock, isOld, STEP } from '../../../src/privacy/trusted-clock.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NOW = Date.UTC(2026, 10, 24);
const looks = (before: Clock, ...times: readonly number[]) => times.reduce(afterLook, before);
const daily = (from: number, days: number) => Array.from({ length: days }, (_, i) => from + i * DAY);
const trusted: Clock = { trusted: NOW, doubted: null, spared: [] };

describe('the clock by which rows are deleted', () => {
  it('is not believed at first: nothing is deleted until it has stood for days', () => {
    expect(afterLook(clock.initial, NOW).trusted).toBe(0);
    expect(isOld(0, 30, afterLook(clock.initial, NOW))).toBe(false);
    expect(looks(clock.initial, ...daily(NOW, 4)).trusted).toBe(0);
    expect(looks(clock.initial, ...daily(NOW, 5)).trusted).toBe(NOW + 4 * DAY);
  });

  it('goes on with the days', () => {
    expect(looks(trusted, ...daily(NOW + DAY, 100)).trusted).toBe(NOW + 100 * DAY);
  });

  it('is not believed where it jumps ahead for a moment, and forgets the moment once it is right again', () => {
    const ahead = looks(trusted, NOW + 10 * YEAR);
    expect(ahead.trusted).toBe(NOW);
    expect(looks(ahead, NOW + DAY)).toEqual({ trusted: NOW + DAY, doubted: null, spared: [] });
  });

  it('is not believed where it jumps ahead again and again, and back between', () => {
    const jumping = daily(NOW, 40).flatMap((day) => [day, day + 10 * YEAR]);
    expect(looks(trusted, ...jumping).trusted).toBe(NOW + 39 * DAY);
  });

  it('is not believed for many looks within an hour', () => {
    const hour = Array.from({ length: 60 }, (_, i) => NOW + 10 * YEAR + i * 60_000);
    expect(looks(trusted, ...hour).trusted).toBe(NOW);
  });

  it('is believed after a month away, once it has stood', () => {
    expect(looks(trusted, ...daily(NOW + 40 * DAY, 5)).trusted).toBe(NOW + 44 * DAY);
    // A computer that is on once a week: a week behind.
    const weekly = [40, 47, 54, 61].map((days) => NOW + days * DAY);
    expect(looks(trusted, ...weekly).trusted).toBe(NOW + 54 * DAY);
  });

  it('goes back at once, and what is written meanwhile is spared when it is right again', () => {
    const back = NOW - 20 * YEAR;
    const wrong = looks(trusted, back);
    expect(wrong.trusted).toBe(back);
    const written = back + 5 * DAY;
    const right = looks(wrong, ...daily(NOW + 2 * DAY, 5));
    expect(right.trusted).toBe(NOW + 6 * DAY);
    expect(isOld(written, 90, right)).toBe(false);
    expect(isOld(back - 10 * DAY, 90, right)).toBe(true);
    expect(isOld(NOW - 91 * DAY, 90, right)).toBe(true);
    expect(isOld(NOW, 90, right)).toBe(false);
  });

  it('never runs ahead of a look by more than it may, whatever the clock says', () => {
    const times = fc.array(fc.integer({ min: 1, max: 4_000_000_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, (all) => {
        const after = looks(clock.initial, ...all);
        expect(after.trusted === 0 || all.includes(after.trusted)).toBe(true);
      }),
    );
  });

  it('deletes nothing younger than its days by the true time, however the clock jumped for a look', () => {
    // The true time goes on day by day; any look may show any time instead, but never two wrong ones in a row.
    const jumps = fc.array(fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 })), { maxLength: 60 });
    fc.assert(
      fc.property(jumps, fc.integer({ min: 0, max: 60 }), (shown, age) => {
        let state = trusted;
        let wrong = false;
        shown.forEach((jump, i) => {
          const truth = NOW + (i + 1) * DAY;
          const look = jump !== null && !wrong ? jump : truth;
          wrong = look !== truth;
          state = afterLook(state, look);
          const young = truth - age * DAY;
          expect(isOld(young, 90, state)).toBe(false);
        });
      }),
    );
  });

  it('takes a small step either way as it is', () => {
    expect(afterLook(trusted, NOW - STEP).trusted).toBe(NOW - STEP);
    expect(afterLook(trusted, NOW + STEP).trusted).toBe(NOW + STEP);
    expect(afterLook(trusted, NOW - STEP).spared).toEqual([]);
  });
});
