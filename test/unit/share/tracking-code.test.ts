import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCode, isCodeInLink, newCode, normaliseCode } from '../../../src/share/tracking-code.ts';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const seven = fc.uint8Array({ minLength: 7, maxLength: 7 });
const code = seven.map((bytes) => newCode((into) => into.set(bytes)));

describe('a tracking code', () => {
  test('is seven digits of the random source and a check digit', () => {
    expect(newCode((bytes) => bytes.set([0, 10, 31, 32, 255, 9, 16]))).toMatch(/^0az0z9g[0-9a-z]$/);
    expect(newCode()).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
    expect(new Set(Array.from({ length: 500 }, () => newCode())).size).toBe(500);
  });

  test('is drawn again without a letter and a figure, but not for ever', () => {
    const draws: number[] = [];
    const made = newCode((bytes) => {
      bytes.set(draws.length === 0 ? [12, 12, 12, 12, 12, 12, 12] : [1, 12, 3, 24, 5, 16, 7]);
      draws.push(bytes.length);
    });
    expect(draws).toEqual([7, 7]);
    expect(made).toMatch(/^1c3r5g7/);
    expect(newCode((bytes) => bytes.fill(0))).toBe('00000000');
  });

  test('is recognised however it was typed', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(isCode(made)).toBe(true);
        const typed = made.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'L');
        expect(isCode(` ${typed.slice(0, 4)}-${typed.slice(4)} `)).toBe(true);
        expect(normaliseCode(typed)).toBe(made);
        expect(isCode(made.replaceAll('1', 'i'))).toBe(true);
      }),
    );
  });

  test('every wrong digit is noticed', () => {
    fc.assert(
      fc.property(code, fc.nat(7), fc.constantFrom(...DIGITS), (made, at, digit) => {
        fc.pre(made.charAt(at) !== digit);
        expect(isCode(made.slice(0, at) + digit + made.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('every swap of neighbours is noticed', () => {
    fc.assert(
      fc.property(code, fc.nat(6), (made, at) => {
        const [a, b] = [made.charAt(at), made.charAt(at + 1)];
        fc.pre(a !== b);
        expect(isCode(made.slice(0, at) + b + a + made.slice(at + 2))).toBe(false);
      }),
    );
  });

  test.each(['', 'abc', 'u0000000', '0000000', '000000000', 'あいうえおかきく', '0000000*'])(
    '%j is none',
    (text) => {
      expect(isCode(text)).toBe(false);
    },
  );

  test('in a link it is spelled as we spell it, with letters and figures', () => {
    const made = newCode((bytes) => bytes.set([1, 12, 3, 24, 5, 16, 7]));
    expect(isCodeInLink(made)).toBe(true);
    expect(isCodeInLink(made.toUpperCase())).toBe(false);
    expect(isCode('00000000')).toBe(true);
    expect(isCodeInLink('00000000')).toBe(false);
  });
});
