import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../../src/hub/people/confusables.ts';
import { displayNames } from '../../../src/hub/people/display-names.ts';
import { growth, timed } from '../../attack/growth.ts';

const shown = (...names: string[]) => [
  ...displayNames(names.map((name, at) => ({ id: `m${at}`, name, number: at + 1 }))).values(),
];

/** Two names that are taken for one another. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['Ann', 'Ann'],
  ['Ann', 'ann'],
  ['Ann', 'ＡＮＮ'],
  ['Ann', 'A n n'],
  ['Ann', 'Ann.'],
  ['Ann', 'Ánn'],
  ['Ann', 'Аnn'],
  ['Ann', 'ΑΝΝ'],
  ['Ann', '𝐀𝐧𝐧'],
  ['Ann', 'Ⓐⓝⓝ'],
  ['Ann', 'ᎪNN'],
  ['Ann', 'Ann\u200b'],
  ['Ann', 'Ann\u202e'],
  ['Ann Lee', 'Ann  Lee'],
  ['Ann Lee', 'Ann-Lee'],
  ['Lin', 'Iin'],
  ['Lin', '1in'],
  ['Bob', 'B0b'],
  ['Mira', 'Rnira'],
  ['Wei', 'Vvei'],
  ['Boris', 'Вoris'],
  ['Иван', 'ИВАН'],
  ['Ivan', 'Іvаn'],
  ['José', 'Jose'],
  ['Groß', 'GROSS'],
  ['タナカ', 'ﾀﾅｶ'],
  ['カナ', '力ナ'],
  ['へいた', 'ヘいた'],
  ['高橋', '髙橋'],
  ['宮崎', '宮﨑'],
  ['田中', '田 中'],
  ['Team 5', 'Team ৫'],
  ['鬼塚', '⻤塚'],
  ['西川', '⻄川'],
  ['青木', '⻘木'],
  ['長谷川', '⻑谷川'],
  ['高橋', '⾼橋'],
  ['三ケ島', '三ヶ島'],
  ['カナ', 'ヵナ'],
  ['オノ', '才ノ'],
  ['メイ', '乂イ'],
  ['ノア', '丿ア'],
  ['ミカ', '三カ'],
  ['チカ', '千カ'],
  ['ムラ', '厶ラ'],
  ['ヒナ', '匕ナ'],
  ['Bjorn', 'Bȷorn'],
  ['Ann', 'Ⱥnn'],
  ['Ann', 'Anꞑ'],
  ['Mike', 'Miꝁe'],
  ['Bill', 'Biỻ'],
  ['Oona', 'Ꝏna'],
  ['Maaike', 'Mꜳike'],
  ['Tom', 'Tꝋm'],
  ['Paul', 'Pauꝉ'],
  ['Paul', 'Ꝑaul'],
  ['Tess', 'Teꞩs'],
  ['Hans', 'Ⱨans'],
  ['Lars', 'Ⱡars'],
  ['Yan', 'Ɏan'],
  ['Ruth', 'Ɍuth'],
  ['Tam', 'Ⱦam'],
  ['Ann', '🅐nn'],
  ['Ann', '🅰nn'],
  ['Ann', '🄰nn'],
  ['ABBA', '🆎BA'],
  ['Otto', 'Ѻtto'],
  ['Sam', 'Ⴝam'],
  ['Ann', 'Ann\u{13441}'],
  ['Ann', 'An\u{13430}n'],
];
const APART = [
  ['Ann', 'Anne'],
  ['はな', 'ばな'],
  ['田中', '中田'],
  ['李', '季'],
  ['Ann', 'Bob'],
  ['🌸', '🌹'],
];

describe('two members of names that look alike', () => {
  it.each(ALIKE)('%s and %s are distinguished', (one, other) => {
    const [a, b] = shown(one, other);
    expect(a).toMatch(/ #1$/);
    expect(b).toMatch(/ #2$/);
  });

  it.each(APART)('%s and %s need nothing', (one, other) => {
    expect(shown(one ?? '', other ?? '')).toEqual([one, other]);
  });

  it('are not imitated by a name that looks marked', () => {
    expect(shown('Ann', 'Ann', 'Ann #1', 'Ann ＃1', 'Ann 1')).toEqual([
      'Ann #1',
      'Ann #2',
      'Ann 1 #3',
      'Ann 1 #4',
      'Ann 1 #5',
    ]);
  });

  it.each([...'⋕ⵌ⧣♯＃﹟№'])('are not imitated by a sign like the one that marks: %s', (sign) => {
    expect(shown('Ann', 'Ann', `Ann ${sign}1`)).toEqual(['Ann #1', 'Ann #2', 'Ann 1 #3']);
  });

  it('are not those whose names are gone', () => {
    expect(shown('—', '—', '\u200b')).toEqual(['—', '—', '—']);
  });

  it('are never shown alike, whatever they call themselves', () => {
    const letters = fc.constantFrom('A', 'a', 'А', 'n', ' ', '#', '1', '2', 'l', 'I', '\u200b', '.');
    const name = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const all = shown(...names).filter((one) => one !== '—');
        const unmarked = all.filter((one) => !/#\d+$/.test(one)).map(skeletonOf);
        expect(new Set(all).size).toBe(all.length);
        for (const skeleton of unmarked)
          expect(all.filter((one) => skeletonOf(one) === skeleton)).toHaveLength(1);
      }),
    );
  });

  it('take no longer than their length', async () => {
    for (const unit of ['r', 'Α', '\u0301', '#', '٥', '\u200b', '𝐀'])
      expect(await growth((size) => timed(() => skeletonOf(`${size}${unit.repeat(size)}`)))).toBe(null);
  });
});
