import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, EVERYTHING, fold, isEverything, matching } from '../../../src/capture/search.ts';

const signs = [...'abcABC123あいうアイウヴヶ京東焙煎ー '];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((all) => all.join(''));
const searched = (hay: string) => ({ hay: fold(hay), site: 'x', tags: [] as string[], partial: false });
const finds = (hay: string, words: string) => matching({ ...EVERYTHING, words })(searched(hay));

describe('searching captures', () => {
  it('reads hiragana, katakana and half-width katakana as one', () => {
    for (const written of ['カフェ', 'かふぇ', 'ｶﾌｪ']) expect(finds('駅前のカフェで', written)).toBe(true);
    expect(finds('ｳﾞｨｵﾗ', 'ゔぃおら')).toBe(true);
  });

  it('drops letter case and width', () => {
    expect(finds('Asahi COFFEE', 'ａｓａｈｉ coffee')).toBe(true);
  });

  it('finds inside words, where a word index would not', () => {
    expect(finds('東京都で', '京')).toBe(true);
  });

  it('wants every word, in any order, parted by any space', () => {
    expect(finds('夕凪はくるみの香り', 'くるみ　夕凪')).toBe(true);
    expect(finds('夕凪はくるみの香り', 'くるみ 朝凪')).toBe(false);
  });

  it('finds every piece of a text in it (law)', () => {
    fc.assert(fc.property(text, text, text, (before, piece, after) => finds(before + piece + after, piece)));
  });

  it('folds once and for all (law)', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (any) => fold(fold(any)) === fold(any)));
  });

  it('tells spaces alone from words', () => {
    expect(isEverything({ ...EVERYTHING, words: '  　' })).toBe(true);
    expect(isEverything({ ...EVERYTHING, words: 'a' })).toBe(false);
    expect(isEverything({ ...EVERYTHING, partial: true })).toBe(false);
  });

  it('filters by site, by tag in whatever letters, and by what is partial', () => {
    const one = { hay: '', site: 'x', tags: ['カフェ'], partial: true };
    expect(matching({ ...EVERYTHING, site: 'x', tag: 'かふぇ', partial: true })(one)).toBe(true);
    expect(matching({ ...EVERYTHING, site: 'bluesky' })(one)).toBe(false);
    expect(matching({ ...EVERYTHING, tag: 'カフ' })(one)).toBe(false);
    expect(matching({ ...EVERYTHING, partial: true })({ ...one, partial: false })).toBe(false);
  });

  it('counts values, most often first, then by name', () => {
    expect(counted(['b', 'a', 'c', 'b'])).toEqual([
      { value: 'b', n: 2 },
      { value: 'a', n: 1 },
      { value: 'c', n: 1 },
    ]);
  });
});
