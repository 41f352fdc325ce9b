import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, startOfDay } from '../../../src/activity/event.ts';
import { fromDateField, lengthOf, spanBefore, spanOf, toDateField } from '../../../src/activity/span.ts';

const day = fc.integer({ min: 0, max: 40_000 });

describe('a span', () => {
  it.each([
    ['week', 7],
    ['four', 28],
    ['year', 365],
  ] as const)('of a %s ends today and has %i days', (kind, days) => {
    const span = spanOf(kind, 20_000);
    expect(span.to).toBe(20_000);
    expect(lengthOf(span)).toBe(days);
  });
  it('takes the two days in whichever order', () => {
    expect(spanOf('any', 0, { from: 9, to: 4 })).toEqual(spanOf('any', 0, { from: 4, to: 9 }));
  });
  it('is never longer than ten years', () => {
    expect(lengthOf(spanOf('any', 0, { from: -700_000, to: 20_000 }))).toBe(3660);
  });
  it('has one of the same length right before it', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const span = spanOf('any', 0, { from: a, to: b });
        const before = spanBefore(span);
        expect(before.to).toBe(span.from - 1);
        expect(lengthOf(before)).toBe(lengthOf(span));
      }),
    );
  });
});

describe('a date field', () => {
  it('returns the same day', () => {
    fc.assert(fc.property(day, (n) => fromDateField(toDateField(n)) === n));
  });
  it.each(['', '2026-13-40', 'tomorrow', '20261124'])('gives nothing for %j', (value) => {
    expect(fromDateField(value)).toBeNull();
  });
});

describe('a day', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  it.each(['Pacific/Kiritimati', 'Pacific/Auckland', 'Asia/Tokyo', 'UTC', 'Pacific/Pago_Pago'])(
    'begins on its own date in %s',
    (name) => {
      process.env.TZ = name;
      const day = Date.UTC(2026, 0, 15) / 86_400_000;
      expect(new Date(startOfDay(day)).getDate()).toBe(15);
      expect(dayOf(startOfDay(day))).toBe(day);
    },
  );
});
