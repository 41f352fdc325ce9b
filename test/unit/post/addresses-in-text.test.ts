import { describe, expect, it } from 'vitest';
import { addressesIn } from '../../../src/post/addresses-in-text.ts';
import { alwaysSlowFor } from '../patterns.ts';
import { workOf } from '../work.ts';

describe('addresses in a text', () => {
  it.each([
    ['https://a.example/x。', ['https://a.example/x']],
    ['見て→https://a.example/q?q=1、いいね', ['https://a.example/q?q=1']],
    ['「https://a.example/x」と（http://b.example/y）', ['https://a.example/x', 'http://b.example/y']],
    ['【新茶】https://a.example/x【本日】', ['https://a.example/x']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['[a link](https://a.example/x).', ['https://a.example/x']],
    ['<https://a.example/x>, "https://a.example/y"', ['https://a.example/x', 'https://a.example/y']],
    ['see https://a.example/x, and more!', ['https://a.example/x']],
    [
      'https://a.example/x?a=1&b=2; https://a.example/',
      ['https://a.example/x?a=1&b=2', 'https://a.example/'],
    ],
    ['https://a.example/Tea_(drink)', ['https://a.example/Tea_(drink)']],
    ['https://ja.example/wiki/コーヒー。', ['https://ja.example/wiki/コーヒー']],
    ['https://a.example/xを見て', ['https://a.example/x']],
    ['https://例え.jp/春', ['https://例え.jp/春']],
    ['https://a.example?a=1', ['https://a.example?a=1']],
    ['https://a.example:8443/x', ['https://a.example:8443/x']],
    ['nothing, javascript://a.example/x, xhttps://a.example', []],
  ])('%s', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it.each(['https://a.example/', ')', 'https://a.example/(', 'a.', '/あ', 'https://'])(
    'take work in proportion to a text of %j',
    (part) => {
      const text = (times: number) => `https://a.example/${part.repeat(times)}`;
      const readOf = (times: number) => workOf(() => addressesIn(text(times))).read;
      // What ends an address is looked for in so much of it and no more.
      const most = 4000 ** 2;
      expect(readOf(20_000)).toBeLessThan(most + 3 * text(20_000).length);
    },
  );

  it('are found by a pattern that no text is slow for', () => {
    const { patterns } = workOf(() => addressesIn('https://a.example/'));
    expect(patterns.map(String)).toContainEqual(expect.stringContaining('https?:'));
    expect(patterns.filter((one) => alwaysSlowFor(one) !== null)).toEqual([]);
  });
});
