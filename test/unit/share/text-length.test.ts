import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytes,
  codePoints,
  graphemes,
  hanzi,
  mastodon,
  shortenedByBluesky,
  smsSegments,
  threads,
  utf16,
  xWeighted,
} from '../../../src/share/text-length.ts';
import { workOf } from '../work.ts';
import { anyText } from './arbitrary.ts';

const FAMILY = '👨‍👩‍👧‍👦';

test.each([
  ['', 0],
  ['abc', 3],
  ['か\u3099', 1],
  ['e\u0301', 1],
  [FAMILY, 1],
  ['🇯🇵🇫🇷', 2],
])('graphemes of %j', (text, count) => {
  expect(graphemes(text)).toBe(count);
});

test('code points and bytes', () => {
  expect(codePoints('a😀あ')).toBe(3);
  expect(bytes('a😀あ')).toBe(8);
  expect(bytes('\ud800')).toBe(3);
});

describe('X', () => {
  test.each([
    ['', 0],
    ['hello', 5],
    ['あいう', 6],
    ['漢字kana', 8],
    ['한글', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['“x”…', 5],
    ['—', 1],
    ['😀', 2],
    [FAMILY, 2],
    ['🇯🇵', 2],
    ['1️⃣', 2],
    ['👍🏽', 2],
    ['©', 1],
    ['\ud800', 2],
    ['https://a.example/', 23],
    [`https://a.example/${'p'.repeat(500)}?q=1#f`, 23],
    ['見てhttps://a.example/x。', 6 - 2 + 23 + 2],
    ['(https://a.example/x)', 25],
    ['https://a.example/x_(y)', 23],
    ['https://a.example/x, ok', 27],
    ['https://a.example http://b.example', 47],
    ['https://日本語.example/x', 23],
    ['see example.com', 27],
    ['see example.com/a?b=c.', 28],
    ['example.jp', 23],
    ['example.jp/a', 23],
    ['me@example.com', 14],
    ['file.txt', 8],
  ])('%j', (text, count) => {
    expect(xWeighted(text)).toBe(count);
  });

  test('280 holds 140 Japanese characters', () => {
    expect(xWeighted('あ'.repeat(140))).toBe(280);
  });
});

describe('Bluesky', () => {
  test.each([
    ['https://blog.bsky.app/a-long-slug-of-it?x=1#y', 'blog.bsky.app/a-long-slug-...'],
    ['https://bsky.app/', 'bsky.app'],
    ['https://bsky.app/docs/a?b=12#c', 'bsky.app/docs/a?b=12#c'],
    ['見る (https://bsky.app/abcdefghijklmnop), ok', '見る (bsky.app/abcdefghijkl...), ok'],
    ['https://bsky.app/x.', 'bsky.app/x.'],
    ['xhttps://bsky.app/abcdefghijklmnop', 'xhttps://bsky.app/abcdefghijklmnop'],
    ['https://日本語.jp/秋', 'xn--wgv71a119e.jp/%E7%A7%8B'],
    ['bsky.app/abcdefghijklmnopq', 'bsky.app/abcdefghijklmnopq'],
    ['https://', 'https://'],
  ])('shows %j as %j', (text, shown) => {
    expect(shortenedByBluesky(text)).toBe(shown);
  });
});

describe('Mastodon', () => {
  test.each([
    ['https://a.example/long/path?x=y', 23],
    ['@me@mastodon.social hi', 6],
    ['@me hi', 6],
    ['a@b.example', 11],
    [`${FAMILY}あ`, 2],
    ['hi @a@x.example, @b@y.example', 9],
  ])('%j', (text, count) => {
    expect(mastodon(text)).toBe(count);
  });
});

test('Threads counts an emoji by its bytes', () => {
  expect(threads('あa')).toBe(2);
  expect(threads('😀')).toBe(4);
  expect(threads('a👍🏽')).toBe(9);
});

describe('Weibo', () => {
  test.each([
    ['', 0],
    ['汉字', 2],
    ['ab', 1],
    ['abc', 2],
    ['汉a', 2],
    ['😀', 2],
    ['https://a.example/very/long/path?x=y', 10],
    ['看 https://a.example/x。', 1 + 1 + 10 + 1],
  ])('%j', (text, count) => {
    expect(hanzi(text)).toBe(count);
  });
});

describe('text messages', () => {
  test.each([
    ['', 0],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['é€{', 1],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['あ'.repeat(70), 1],
    ['あ'.repeat(71), 2],
    [`${'a'.repeat(69)}あ`, 1],
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
  ])('%j', (text, count) => {
    expect(smsSegments(text)).toBe(count);
  });
});

test('Misskey and Telegram count as their scripts do', () => {
  expect(utf16('a😀あ')).toBe(4);
});

test('no text makes a counter throw, and more text never counts less in bytes and code points', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (a, b) => {
      for (const count of [graphemes, xWeighted, mastodon, threads, hanzi, smsSegments, utf16]) {
        expect(Number.isInteger(count(a + b)) && count(a + b) >= 0).toBe(true);
      }
      expect(codePoints(`${a} ${b}`)).toBe(codePoints(a) + 1 + codePoints(b));
      expect(bytes(`${a} ${b}`)).toBe(bytes(a) + 1 + bytes(b));
    }),
  );
});

test.each([
  ['X', xWeighted, 'a.b/'],
  ['X', xWeighted, 'a.b/👍あ'],
  ['X', xWeighted, 'a.com/('],
  ['X', xWeighted, 'https://a.example?'],
  ['X', xWeighted, 'a_.'],
  ['Mastodon', mastodon, '@'],
  ['Mastodon', mastodon, '@a@a.'],
  ['Mastodon', mastodon, 'https://a.example'],
] as const)('%s: twice as long a post is twice the work: %2$s, %3$s', (_, count, part) => {
  const readOf = (times: number) => workOf(() => count(part.repeat(times))).read;
  expect(readOf(2000)).toBeLessThan(readOf(1000) * 2.5);
});
