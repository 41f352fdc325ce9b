import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../../src/link/destination.ts';
import { REFUSED } from './click/spellings.ts';

const OWN = new Set(['go.example.com', 'localhost:8787']);
const reasonOf = (text: string) => {
  const read = destinationOf(text, undefined, OWN);
  return read.ok ? read.url : read.reason;
};

const all = Object.entries(REFUSED).flatMap(([what, list]) => list.map((text) => [what, text] as const));

describe('where a link may lead', () => {
  it('is tried by at least 80 spellings', () => {
    expect(new Set(all.map(([, text]) => text)).size).toBeGreaterThanOrEqual(80);
  });

  it.each(all)('%s: %j is refused', (_, text) => {
    expect(['form', 'scheme', 'host', 'loop']).toContain(reasonOf(text));
  });

  it.each([
    ['https://a.example', 'https://a.example/'],
    ['http://A.Example:8080/a?b=c#d', 'http://a.example:8080/a?b=c#d'],
    ['https://日本語.example/道?名=値', 'https://xn--wgv71a119e.example/%E9%81%93?%E5%90%8D=%E5%80%A4'],
    ['https://a.example/?next=https://b.example/%0d%0a', 'https://a.example/?next=https://b.example/%0d%0a'],
    ['https://a.example/a@b', 'https://a.example/a@b'],
    ['https://xn--fiq228c.xn--fiqs8s/', 'https://xn--fiq228c.xn--fiqs8s/'],
    ['https://a.example.:8443/', 'https://a.example.:8443/'],
    // Persian joins and parts letters by what has no width, emoji are joined by it, Japanese is parted by a wide blank.
    [
      'https://a.example/می\u200cخواهم',
      'https://a.example/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85',
    ],
    [
      'https://a.example/👩\u200d💻?a=👩\u200d💻',
      'https://a.example/%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB?a=%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB',
    ],
    ['https://a.example/?q=秋\u3000豆', 'https://a.example/?q=%E7%A7%8B%E3%80%80%E8%B1%86'],
    ['https://a.example/a\u3000b#c\u3000d', 'https://a.example/a%E3%80%80b#c%E3%80%80d'],
    ['https://a.example/a\u00a0b\u200b\u00ad\ufeff', 'https://a.example/a%C2%A0b%E2%80%8B%C2%AD%EF%BB%BF'],
    ['https://a.example?q=\u3000', 'https://a.example/?q=%E3%80%80'],
  ])('%s leads to %s', (text, url) => {
    expect(reasonOf(text)).toBe(url);
  });

  it.each([
    ['ftp://a.example/', 'scheme'],
    ['https:a.example', 'scheme'],
    ['https://', 'scheme'],
    ['https://ann@a.example/', 'form'],
    ['https://:secret@a.example/', 'form'],
    ['https://@a.example/', 'form'],
    ['https://a.example:99999/', 'form'],
    ['https://a.example/\ud800', 'form'],
    ['https://a.example/a\\b', 'form'],
    ['https://a\u200b.example/', 'form'],
    ['http://localhost/', 'host'],
    ['http://localhost:8787/', 'loop'],
    ['https://go.example.com/', 'loop'],
    ['https://go.example.com.:443/', 'loop'],
    ['https://go.example.com:8080/', 'https://go.example.com:8080/'],
  ])('%j: %s', (text, answer) => {
    expect(reasonOf(text)).toBe(answer);
  });

  it('has at most 2,000 characters, as it is written and as it is sent', () => {
    const long = (length: number) => reasonOf('https://a.example/'.padEnd(length, 'x'));
    expect([long(2000).length, long(2001)]).toEqual([2000, 'form']);
    expect(reasonOf(`https://a.example/${'./'.repeat(1000)}`)).toBe('form');
    // Each of these is nine where it is sent.
    const sent = (more: number) => reasonOf(`https://a.example/${'語'.repeat(220)}${'x'.repeat(more)}`);
    expect([sent(2).length, sent(3)]).toEqual([2000, 'form']);
  });

  it('is allowed by any of the team’s hosts, and refused by any that it blocks', () => {
    const hosts = ['one.example', 'two.example'];
    const texts = [...hosts, 'three.example'].map((host) => `https://${host}/`);
    expect(texts.map((text) => destinationOf(text, { allow: hosts, block: [] }).ok)).toEqual([
      true,
      true,
      false,
    ]);
    expect(texts.map((text) => destinationOf(text, { allow: [], block: hosts }).ok)).toEqual([
      false,
      false,
      true,
    ]);
    expect(destinationOf('https://three.example/', { allow: [], block: hosts })).toMatchObject({
      host: 'three.example',
    });
    expect(destinationOf('https://one.example/', { allow: ['one.example'], block: ['one.example'] })).toEqual(
      {
        ok: false,
        reason: 'host',
      },
    );
  });

  it('says nothing but what may stand in a header, and reads the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (text) => {
          const read = destinationOf(text);
          if (!read.ok) return;
          expect(read.url).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
          expect(destinationOf(read.url)).toEqual(read);
          expect(new URL(read.url).hostname.replace(/\.$/, '')).toBe(read.host);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps to what the team allows, and off what it blocks, with their subdomains and no others', () => {
    const hosts = { allow: ['good.example', '10.0.0.1'], block: ['bad.good.example'] };
    const isOk = (text: string) => destinationOf(text, hosts).ok;
    expect(['https://good.example/', 'https://www.good.example/', 'http://10.0.0.1/'].map(isOk)).toEqual([
      true,
      true,
      true,
    ]);
    const not = [
      'https://notgood.example/',
      'https://good.example.evil.example/',
      'https://bad.good.example/',
      'https://a.bad.good.example./',
      'http://10.0.0.2/',
    ];
    expect(not.map(isOk)).toEqual(not.map(() => false));
  });
});
