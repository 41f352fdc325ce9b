import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { beginsHere, daysIn, monthsOffered, monthsTo } from '../../../src/results/months.ts';
import { MONTH } from '../../../src/workspace/room.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const told = (...dates: string[]) => dates.map((date) => ({ day: dayOf(date), counts: {} }));

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('months', () => {
  it.each([
    ['UTC', null],
    ['Asia/Tokyo', Date.parse('2026-11-01T09:00:00+09:00')],
    ['America/New_York', Date.parse('2026-10-31T20:00:00-04:00')],
    ['Asia/Kolkata', Date.parse('2026-11-01T05:30:00+05:30')],
  ])('say when they begin by a clock that is not at midnight then: %s', (where, at) => {
    process.env.TZ = where;
    expect(beginsHere('2026-11')).toBe(at);
  });

  it('go back over the turn of a year', () => {
    expect(monthsTo('2027-02', 4)).toEqual(['2027-02', '2027-01', '2026-12', '2026-11']);
  });

  it('are offered for a year back, and the one that is shown among them', () => {
    const now = Date.parse('2026-11-30T23:59:59Z');
    const offered = monthsOffered(now, '2026-11');
    expect([offered[0], offered.at(-1), offered.length]).toEqual(['2026-11', '2025-11', 13]);
    expect(monthsOffered(now, '2024-03').at(-1)).toBe('2024-03');
  });

  it('are each named once, in order, however far back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2003, max: 2098 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = `${year}-${String(month).padStart(2, '0')}`;
        const months = monthsTo(first, 30);
        expect(months.every((one) => MONTH.test(one))).toBe(true);
        expect([...new Set(months)].sort().reverse()).toEqual(months);
      }),
    );
  });
});

describe('the days of a month’s results', () => {
  it('are its own, of this month as far as today', () => {
    expect(daysIn('2026-11', dayOf('2026-11-29'), [])).toEqual({
      from: dayOf('2026-11-01'),
      to: dayOf('2026-11-29'),
    });
    expect(daysIn('2028-02', dayOf('2028-06-01'), []).to).toBe(dayOf('2028-02-29'));
  });

  it('are also those beside it that a time zone puts some of its hours into', () => {
    expect(daysIn('2026-11', dayOf('2026-12-05'), told('2026-12-01', '2026-10-31'))).toEqual({
      from: dayOf('2026-10-31'),
      to: dayOf('2026-12-01'),
    });
  });

  it('are none that a month cannot have', () => {
    const far = [...told('2026-11-10'), { day: 1_000_000_000, counts: {} }, { day: -5, counts: {} }];
    expect(daysIn('2026-11', dayOf('2026-11-10'), far)).toEqual({
      from: dayOf('2026-11-01'),
      to: dayOf('2026-11-10'),
    });
  });

  it('of a month that has not come yet by this clock are one', () => {
    expect(daysIn('2026-12', dayOf('2026-11-30'), [])).toEqual({
      from: dayOf('2026-12-01'),
      to: dayOf('2026-12-01'),
    });
  });
});
