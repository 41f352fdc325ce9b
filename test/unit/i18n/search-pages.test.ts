import { describe, expect, it } from 'vitest';
import { runSearch } from '../../run/trial/search.ts';
import { ALIKE } from './alike.ts';

/** Every page that is searched, by the product's own code. */
const PAGES = ['captures', 'activity', 'library', 'links'] as const;

const GROUND = { folder: '', reader: () => Promise.reject(new Error('no page is read')) };

const finds = (where: (typeof PAGES)[number], kept: string, typed: string) =>
  runSearch({ id: 'a', run: 'search', right: {}, where, kept, typed }, GROUND);

describe.each(PAGES)('the search of %s', (where) => {
  it('finds each spelling by the other', () => {
    for (const [one, other] of ALIKE)
      expect([one, other, finds(where, one, other), finds(where, other, one)]).toEqual([
        one,
        other,
        { found: true },
        { found: true },
      ]);
  });

  it.each([
    ['カフェの秋', 'あき カフェ', false],
    ['カフェの秋', '秋 かふぇ', true],
    ['カフェの秋', '秋　ｶﾌｪ', true],
    ['good old hello world', '„hello world“', true],
    ['hello good old world', '『hello world』', false],
    ['hello good old world', 'world hello', true],
    ['hello good old world', 'hello worlds', false],
    ['“Tea”, she said', '"tea"', true],
  ])('in %j, for %j: %s', (kept, typed, found) => {
    expect(finds(where, kept, typed)).toEqual({ found });
  });
});
