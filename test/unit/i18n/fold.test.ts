import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/i18n/fold.ts';
import { termsOf } from '../../../src/i18n/query.ts';

const finds = (kept: string, typed: string) => termsOf(typed).every(({ text }) => fold(kept).includes(text));

/** Spellings of one thing: whichever is kept, the other finds it. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['It’s tea time', "It's tea time"],
  ['rock ʼnʼ roll', "rock 'n' roll"],
  ['Wi‑Fi', 'Wi-Fi'],
  ['9–5', '9-5'],
  ['−3°', '-3°'],
  ['10〜20%', '10～20%'],
  ['so\u00adft', 'soft'],
  ['❤\ufe0f tea', '❤ tea'],
  ['葛\u{e0100}飾', '葛飾'],
  ['می\u200cخواهم', 'میخواهم'],
  ['ＡＢＣ　ﾃｨｰ', 'abc ティー'],
  ['かふぇ', 'カフェ'],
  ['市ヶ谷', '市ケ谷'],
  ['一ヵ月', '一カ月'],
  ['髙橋', '高橋'],
  ['渡邉', '渡辺'],
  ['渡邊', '渡辺'],
  ['山﨑', '山崎'],
  ['齋藤', '斎藤'],
  ['廣島', '広島'],
  ['臺灣國語', '台湾国语'],
  ['發現', '发现'],
  ['Café Zürich Łódź', 'cafe zurich lodz'],
];

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
