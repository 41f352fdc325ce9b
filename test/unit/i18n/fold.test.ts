import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/i18n/fold.ts';
import { termsOf } from '../../../src/i18n/query.ts';
import { ALIKE } from './alike.ts';

const finds = (kept: string, typed: string) => termsOf(typed).every(({ text }) => fold(kept).includes(text));

describe('what is looked for', () => {
  it.each(ALIKE)('%s and %s find each other', (one, other) => {
    expect([finds(one, other), finds(other, one)]).toEqual([true, true]);
  });

  it('is found in any order, and words that hang together by quotes of any kind', () => {
    expect(finds('カフェの秋', '秋 カフェ')).toBe(true);
    for (const typed of [
      '“hello world”',
      '"hello world"',
      '«hello world»',
      '「hello world」',
      '‘hello world’',
      "'hello world'",
    ]) {
      expect([typed, finds('good old hello world', typed)]).toEqual([typed, true]);
      expect([typed, finds('hello good old world', typed)]).toEqual([typed, false]);
    }
  });

  it('is not what only looks like it', () => {
    expect([finds('はは', 'ばば'), finds('tea', 'coffee'), finds('и', 'й')]).toEqual([false, false, false]);
  });

  it('is folded once and for all', () => {
    for (const [one, other] of ALIKE) expect([fold(fold(one)), fold(one)]).toEqual([fold(one), fold(other)]);
  });
});
