import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterLook,
  type Clock,
  clock,
  cutoff,
  isOld,
  LOOKS,
  SPARED,
  STANDS,
  STEP,
} from '../../../src/privacy/trusted-clock.ts';

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

  it('trusts a jump of two days, else what stood for three days and looks, and spares a month', () => {
    expect([STEP, STANDS, LOOKS, SPARED]).toEqual([2 * DAY, 3 * DAY, 3, 30 * DAY]);
    const trustedBy = (...days: readonly number[]) =>
      looks(clock.initial, ...days.map((day) => NOW + day * DAY)).trusted;
    expect(trustedBy(0, 1, 3, 3.5)).toBe(NOW + 3.5 * DAY);
    expect(trustedBy(0, 3, 3.5)).toBe(0);
    expect(looks(clock.initial, NOW, NOW + DAY, NOW + 3 * DAY - 1, NOW + 3 * DAY).trusted).toBe(0);
  });

  it('is believed at the moment itself that stood, and begins anew where it goes back by any moment', () => {
    const doubted = { from: NOW, last: NOW + 3 * DAY, looks: 3 };
    const stood = { ...clock.initial, doubted };
    expect(afterLook(stood, doubted.last).trusted).toBe(doubted.last);
    const now = doubted.last - 1;
    expect(afterLook(stood, now)).toEqual({ ...clock.initial, doubted: { from: now, last: now, looks: 1 } });
    const seen = looks(clock.initial, NOW, NOW);
    expect(seen.doubted).toEqual({ from: NOW, last: NOW, looks: 2 });
  });

  it('is not believed at first in the first days that a clock can show', () => {
    expect(afterLook(clock.initial, DAY).trusted).toBe(0);
    expect(afterLook({ ...trusted, trusted: 1 }, 2).trusted).toBe(2);
  });

  it('spares what is dated from two days before it went back to a month after, of the last fifty times', () => {
    const back = NOW - 10 * DAY;
    const { spared } = afterLook(trusted, back);
    expect(spared).toEqual([{ from: back - STEP, to: back + SPARED }]);
    const later: Clock = { trusted: NOW + 400 * DAY, doubted: null, spared };
    const dates = [back - STEP - 1, back - STEP, back + SPARED, back + SPARED + 1];
    expect(dates.map((at) => isOld(at, 90, later))).toEqual([true, false, false, true]);
    const often = Array.from({ length: 60 }, (_, at) => NOW - (at + 1) * 3 * DAY);
    const all = looks(trusted, ...often).spared;
    expect([all.length, all.at(-1)?.to]).toEqual([50, (often.at(-1) ?? 0) + SPARED]);
  });
});

describe('a row', () => {
  it('is there to the last moment of its days, and old in the next', () => {
    const last = cutoff(30, NOW);
    expect(NOW - last).toBe(30 * DAY);
    expect([isOld(last, 30, trusted), isOld(last - 1, 30, trusted)]).toEqual([false, true]);
  });

  it('is never old where it stays for ever, or while no time is trusted', () => {
    expect(isOld(0, 'always', trusted)).toBe(false);
    expect(isOld(-1e15, 30, clock.initial)).toBe(false);
  });
});
