import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { fromMomentField, localMoment, quickMoments, toMomentField } from '../../../src/ui/moments.ts';

const own = process.env.TZ;
afterEach(() => {
  process.env.TZ = own;
});
const ZONES = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'UTC'];
const wall = (at: number) => toMomentField(at).slice(11);

describe('quick moments', () => {
  it('are this evening, tomorrow morning and Monday morning, soonest first', () => {
    process.env.TZ = 'Asia/Tokyo';
    // A Tuesday.
    const noon = Date.parse('2026-11-24T12:00:00+09:00');
    expect(quickMoments(noon).map(({ name, at }) => [name, toMomentField(at)])).toEqual([
      ['evening', '2026-11-24T20:00'],
      ['morning', '2026-11-25T09:00'],
      ['monday', '2026-11-30T09:00'],
    ]);
  });

  it('leave out an evening that is there, and a Monday that is tomorrow', () => {
    process.env.TZ = 'Asia/Tokyo';
    const names = (iso: string) => quickMoments(Date.parse(iso)).map(({ name }) => name);
    expect(names('2026-11-24T19:45:00+09:00')).toEqual(['morning', 'monday']);
    expect(names('2026-11-29T12:00:00+09:00')).toEqual(['evening', 'morning']);
    expect(names('2026-11-30T12:00:00+09:00')).toEqual(['evening', 'morning', 'monday']);
  });

  it('all lie ahead and keep their hour on the wall, in any zone on any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 1.6e12, max: 2.2e12 }), (zone, now) => {
        process.env.TZ = zone;
        const found = quickMoments(now);
        for (const { name, at } of found) {
          expect(at).toBeGreaterThan(now);
          expect(wall(at)).toBe(name === 'evening' ? '20:00' : '09:00');
        }
        expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort((a, b) => a - b));
      }),
    );
  });

  it('count days by the calendar where a day has 23 or 25 hours', () => {
    process.env.TZ = 'America/New_York';
    const before = Date.parse('2026-03-07T12:00:00-05:00');
    expect(localMoment(before, 1, 9)).toBe(Date.parse('2026-03-08T09:00:00-04:00'));
    const autumn = Date.parse('2026-10-31T12:00:00-04:00');
    expect(localMoment(autumn, 1, 9)).toBe(Date.parse('2026-11-01T09:00:00-05:00'));
  });
});

describe('a moment in a field', () => {
  it('comes back as it went in, to the minute, but for an hour that comes twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 1.6e12, max: 2.2e12 }), (zone, at) => {
        process.env.TZ = zone;
        const minute = Math.floor(at / 60_000) * 60_000;
        const back = fromMomentField(toMomentField(minute));
        expect(back === minute || toMomentField(back ?? 0) === toMomentField(minute)).toBe(true);
      }),
    );
  });

  it('is the same moment wherever one travels: only what is shown changes', () => {
    process.env.TZ = 'Asia/Tokyo';
    const at = fromMomentField('2026-11-25T09:00');
    expect(at).toBe(Date.parse('2026-11-25T00:00:00Z'));
    process.env.TZ = 'Europe/London';
    expect(toMomentField(at ?? 0)).toBe('2026-11-25T00:00');
  });

  it('is an hour later where the clock jumps over it', () => {
    process.env.TZ = 'America/New_York';
    expect(fromMomentField('2026-03-08T02:30')).toBe(Date.parse('2026-03-08T03:30:00-04:00'));
    expect(fromMomentField('2026-11-01T01:30')).toBe(Date.parse('2026-11-01T01:30:00-04:00'));
  });

  it.each(['', '2026-11-25', 'soon', '2026-13-40T99:99'])('is none where there is none: %s', (value) => {
    expect(fromMomentField(value)).toBeNull();
  });
});
