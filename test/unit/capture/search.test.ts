import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, EVERYTHING, isEverything, matching, type Searched } from '../../../src/capture/search.ts';
import { fold } from '../../../src/i18n/fold.ts';
import { termsOf } from '../../../src/i18n/query.ts';

const signs = [...'abcABC123éÜßøあいうアイウヴヶ京東焙煎ー '];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((all) => all.join(''));
const NOW = 1_800_000_000_000;
const searched = (hay: string, part: Partial<Searched> = {}): Searched => ({
  hay: fold(hay),
  site: 'x',
  place: 'x\nx.com',
  by: '',
  note: '',
  tags: [],
  collections: [],
  rights: 'unasked',
  until: null,
  partial: false,
  posted: null,
  ...part,
});
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

  it('reads Latin letters without their marks, and leaves kana and Cyrillic theirs', () => {
    for (const typed of ['cafe', 'CAFÉ', 'café']) expect(finds('Un Café crème', typed)).toBe(true);
    expect(finds('Ærøskøbing straße', 'aeroskobing strasse')).toBe(true);
    expect(finds('はな', 'ばな')).toBe(false);
    expect(finds('йод', 'иод')).toBe(false);
  });

  it('filters by site, tag in whatever letters, collection, permission and what is partial', () => {
    const one = searched('', { tags: ['カフェ'], collections: ['autumn-2026'], partial: true });
    const fits = (part: Partial<typeof EVERYTHING>, of = one) =>
      matching({ ...EVERYTHING, ...part }, NOW)(of);
    expect(fits({ site: 'x', tag: 'かふぇ', collection: 'autumn-2026', partial: true })).toBe(true);
    expect(fits({ site: 'bluesky' })).toBe(false);
    expect(fits({ tag: 'カフ' })).toBe(false);
    expect(fits({ collection: 'autumn' })).toBe(false);
    expect(fits({ partial: true }, { ...one, partial: false })).toBe(false);
    expect(fits({ rights: 'unasked' })).toBe(true);
    const over = searched('', { rights: 'granted', until: NOW - 1 });
    expect([fits({ rights: 'granted' }, over), fits({ rights: 'expired' }, over)]).toEqual([false, true]);
  });

  it('looks in one place where one is named, in any of the languages', () => {
    const one = searched('夕凪 あおい 味 許可', {
      by: fold('あおい\n@aoi'),
      tags: ['味の感想'],
      note: fold('許可をタノム'),
    });
    const fits = (words: string) => matching({ ...EVERYTHING, words })(one);
    for (const words of ['tag:味', 'タグ：感想', '标签:味', 'from:AOI', 'note:たのむ', 'site:x.com 夕凪']) {
      expect([words, fits(words)]).toEqual([words, true]);
    }
    for (const words of ['tag:夕凪', 'from:味', 'site:bluesky', 'note:夕凪']) {
      expect([words, fits(words)]).toEqual([words, false]);
    }
  });

  it('asks for nothing while a place has no word yet, and takes an unknown place for words', () => {
    expect(termsOf('tag: 夕凪')).toEqual([{ field: 'any', text: '夕凪' }]);
    expect(termsOf('10:30 開店')).toEqual([
      { field: 'any', text: '10:30' },
      { field: 'any', text: fold('開店') },
    ]);
  });

  it('keeps quoted words together', () => {
    expect(finds('walnut and caramel', '"and caramel"')).toBe(true);
    expect(finds('caramel and walnut', '"and caramel"')).toBe(false);
    expect(termsOf('from:"Aoi Kawa"')).toEqual([{ field: 'from', text: 'aoi kawa' }]);
  });

  it('counts values, most often first, then by name', () => {
    expect(counted(['b', 'a', 'c', 'b'])).toEqual([
      { value: 'b', n: 2 },
      { value: 'a', n: 1 },
      { value: 'c', n: 1 },
    ]);
  });
});
