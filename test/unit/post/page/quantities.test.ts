import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, duration } from '../../../../src/post/page/quantities.ts';

describe('a price', () => {
  it.each([
    ['9800', 9800],
    ['12.50', 12.5],
    ['12,5', 12.5],
    ['1,299.00', 1299],
    ['1.299,00', 1299],
    ['12,345', 12345],
    ['1.234.567', 1234567],
    ['$ 9.99', 9.99],
    ['¥1,480', 1480],
    ['1 299,00 €', 1299],
    ["1'299.00", 1299],
    ['1.299', null],
    ['', null],
    ['-5', null],
    ['1e5', null],
    ['from 9', null],
    ['9 - 12', null],
  ])('%s', (text, value) => {
    expect(decimal(text)).toBe(value);
  });

  it('of more digits than a number has is none', () => {
    const long = ['9'.repeat(17), '9'.repeat(400), `1${',000'.repeat(120)}`];
    expect(long.map((text) => decimal(text))).toEqual([null, null, null]);
  });

  it('of a currency with three decimals has no thousands by a point', () => {
    expect(decimal('1.250', 'KWD')).toBe(1.25);
  });

  it('comes back as it was, by a point or grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => {
        const price = cents / 100;
        expect(decimal(price.toFixed(2))).toBe(price);
        expect(decimal(new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(price))).toBe(price);
        expect(decimal(new Intl.NumberFormat('de', { minimumFractionDigits: 2 }).format(price))).toBe(price);
      }),
    );
  });
});

describe('a duration', () => {
  it.each([
    ['PT2M22S', 142_000],
    ['PT1H', 3_600_000],
    ['P1DT2H', 93_600_000],
    ['PT0H2M5.5S', 125_500],
    ['142', 142_000],
    ['P1Y', null],
    ['PT', null],
    ['P', null],
    ['0', null],
    ['2:22', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(duration(text)).toBe(value);
  });

  it('of more digits than a number has is none', () => {
    expect(['9'.repeat(400), `PT${'9'.repeat(400)}H`].map(duration)).toEqual([null, null]);
  });
});
