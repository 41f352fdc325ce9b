import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permalinkOf, spellingsOf } from '../../../src/capture/permalink.ts';

const link = (url: string) => permalinkOf({ url, missing: [] });

describe('the permalink of a post', () => {
  it('is one for the spellings of one address', () => {
    const one = link('https://example.com/a/b?x=1&y=2');
    for (const url of [
      'http://www.example.com/a/b/?y=2&x=1',
      'https://m.example.com/a/b?x=1&utm_source=mail&y=2#top',
      'https://mobile.example.com/a/b?x=1&y=2',
    ]) {
      expect([url, link(url)]).toEqual([url, one]);
    }
    expect(link('https://example.com/a/c?x=1&y=2')).not.toBe(one);
    expect(link('https://example.com/a/b?x=1')).not.toBe(one);
  });

  it('is none where the address is a passage, or was not read from the post', () => {
    expect(link('https://example.com/a#:~:text=word')).toBe('');
    expect(permalinkOf({ url: 'https://example.com/a', missing: ['url'] })).toBe('');
  });

  it('is found among its own spellings (law)', () => {
    const part = fc.constantFrom('', 'www.', 'm.', 'mobile.');
    const path = fc.constantFrom('', '/', '/a', '/a/', '/a/b?x=1');
    const scheme = fc.constantFrom('http', 'https');
    const url = fc.tuple(scheme, part, path).map(([s, prefix, end]) => `${s}://${prefix}example.com${end}`);
    fc.assert(
      fc.property(url, url, (a, b) => {
        const same = link(a) === link(b);
        const spelled = spellingsOf(a).map((one) => new URL(one).href);
        expect(spelled.includes(new URL(b).href)).toBe(same);
      }),
    );
  });
});
