import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, suggestions } from '../../../src/share/suggest-phrases.ts';
import { graphemes } from '../../../src/share/text-length.ts';
import { LANGUAGES } from '../../../src/team/profile.ts';
import { workOf } from '../work.ts';
import { hostile } from './arbitrary.ts';

test.each([
  [
    'ja',
    {
      title: '',
      text: '秋の深煎り「夕凪」ができました。くるみとカラメルの香り。今週末は神保町の店先で試飲できます☕\nhttps://a.example/y',
    },
    ['夕凪', '秋の深煎り「夕凪」ができました。', 'くるみとカラメルの香り。'],
  ],
  [
    'en',
    { title: 'A new roast', text: 'Our “evening calm” is here. Come and taste it! https://a.example' },
    ['evening calm', 'A new roast', 'Our “evening calm” is here.'],
  ],
  ['zh-CN', { title: '', text: '新品上市了。欢迎来试喝！' }, ['新品上市了。', '欢迎来试喝！']],
  ['en', { title: 'Same.', text: 'Same.' }, ['Same.']],
  ['en', { title: '', text: '' }, []],
  ['ja', { title: '', text: '#秋 #珈琲\n@asahi\n☕☕\n1,200\nhttps://a.example' }, []],
  [
    'en',
    { title: '', text: `A short clause, ${'and then a great many words more '.repeat(4)}.` },
    ['A short clause'],
  ],
  ['en', { title: `${'long '.repeat(30)}`, text: '' }, []],
  ['en', { title: '\u202eevil\u202c title', text: '' }, ['evil title']],
  ['ja', { title: '', text: '家族👨‍👩‍👧‍👦で行きました。' }, ['家族👨‍👩‍👧‍👦で行きました。']],
] as const)('in %s of %j', (language, post, expected) => {
  expect(suggestions(post, language)).toEqual(expected);
});

test('three at most, short, new, and words of the post', () => {
  const words = fc.array(
    fc.oneof(hostile, fc.constantFrom('これは「ことば」です。', 'It works. ', '“so good” ', '好喝！', '\n')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(words, hostile, fc.constantFrom(...LANGUAGES), (pieces, title, language) => {
      const text = pieces.join('');
      const made = suggestions({ title, text }, language);
      const visible = (from: string) =>
        from
          .toWellFormed()
          .replace(/[\u200b\u200e\u200f\u061c\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu, '');
      expect(made.length).toBeLessThanOrEqual(3);
      expect(new Set(made).size).toBe(made.length);
      for (const phrase of made) {
        expect(graphemes(phrase)).toBeLessThanOrEqual(60);
        expect([visible(text), visible(title)].some((source) => source.includes(phrase))).toBe(true);
      }
    }),
  );
});

test.each(['あ', '「', '「あ', 'a ', '<script>', '\u202e', ',', '“'])(
  'a megabyte of text is no more work than its beginning: %j',
  (unit) => {
    const of = (length: number) => {
      const text = unit.repeat(length).slice(0, length);
      let made: string[] = [];
      const { read } = workOf(() => {
        made = suggestions({ title: text, text }, 'ja');
      });
      return { made, read };
    };
    expect(of(4000).read).toBeGreaterThan(4000);
    expect(of(1_000_000)).toEqual(of(4000));
  },
);

test('a quotation in the language’s own marks', () => {
  expect(quoted('夕凪', 'ja')).toBe('「夕凪」');
  expect(quoted('calm', 'en')).toBe('“calm”');
  expect(quoted('夕凪', 'zh-CN')).toBe('“夕凪”');
});
