import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, isPageOf, samePage } from '../../../src/post/canonical.ts';

describe('the canonical address', () => {
  it.each([
    ['https://Example.COM:443/A?b=1#top', 'https://example.com/A?b=1'],
    ['http://example.com:80', 'http://example.com/'],
    ['http://example.com:8080/', 'http://example.com:8080/'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com/a?utm_source=x&b=2&UTM_Medium=y&fbclid=z&a=1', 'https://example.com/a?b=2&a=1'],
    ['https://example.com/a?utm%5Fsource=x', 'https://example.com/a'],
    ['https://example.com/a?gclid=1&&', 'https://example.com/a'],
    ['https://example.com/a?q=a%20b+c&empty&flag=', 'https://example.com/a?q=a%20b+c&empty&flag='],
    ['https://example.com/a?100%&b=%zz', 'https://example.com/a?100%&b=%zz'],
    ['https://example.com/a#:~:text=words', 'https://example.com/a'],
    ['https://example.com/a#part:~:text=words', 'https://example.com/a'],
    ['https://example.com/#!/a/b', 'https://example.com/#!/a/b'],
    ['https://example.com/#!/a:~:text=words', 'https://example.com/#!/a'],
    ['https://example.com/#!', 'https://example.com/'],
    ['https://example.com/#/', 'https://example.com/'],
    ['https://docs.example/#/start?utm_source=x&tab=1', 'https://docs.example/#/start?tab=1'],
    ['https://example.com/%e7%8f%88%7Eme?q=%c3%a9%2D', 'https://example.com/%E7%8F%88~me?q=%C3%A9-'],
    ['https://example.com/%2fa%25b', 'https://example.com/%2Fa%25b'],
    ['https://example.com/%%41a', 'https://example.com/%%41a'],
    ['https://example.com/%4%31', 'https://example.com/%4%31'],
    [
      'https://あさひ.example/珈琲?豆=夕凪',
      'https://xn--l8jvb1e.example/%E7%8F%88%E7%90%B2?%E8%B1%86=%E5%A4%95%E5%87%AA',
    ],
    [' https://example.com/a/../b ', 'https://example.com/b'],
    ['https://example.com/watch?ref=home&si=1&source=x', 'https://example.com/watch?ref=home&si=1&source=x'],
  ])('%s → %s', (href, canonical) => {
    expect(canonicalUrl(href)).toBe(canonical);
  });

  it.each([
    '',
    'no address',
    '/a',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/1',
    'ftp://a.example',
    'https://',
    'about:blank',
  ])('is empty for %j', (href) => {
    expect(canonicalUrl(href)).toBe('');
  });

  it('is made absolute by a base, unless it has a scheme of its own', () => {
    expect(canonicalUrl('../c?utm_id=1#x', 'https://example.com/a/b')).toBe('https://example.com/c');
    expect(canonicalUrl('//other.example/c', 'https://example.com/a')).toBe('https://other.example/c');
    expect(canonicalUrl('javascript:alert(1)', 'https://example.com/a')).toBe('');
    expect(canonicalUrl('c', 'no base')).toBe('');
  });

  const piece = fc.constantFrom(
    'a',
    'B',
    '%41',
    '%',
    '+',
    'utm_source=1',
    'gclid=2',
    'x=y',
    '&',
    '?',
    '/',
    '..',
    '#',
    '#!',
    ':~:',
    '珈琲',
    '@',
    ' ',
    '\t',
    '🍵',
    '\ud800',
  );
  const tail = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const href = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    tail.map((end) => `https://Example.com/${end}`),
  );

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(href, (one) => {
        const canonical = canonicalUrl(one);
        expect(canonicalUrl(canonical)).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same page as the address it comes from', () => {
    fc.assert(
      fc.property(href, (one) => {
        const canonical = canonicalUrl(one);
        if (canonical) expect(samePage(canonical, one)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the parameters that are no clutter, as they are spelled and in their order', () => {
    const pair = fc.stringMatching(/^[a-d]{1,3}=(?:\w|%20|-|%2F){0,5}$/);
    const clutter = fc.constantFrom('utm_source=a', 'fbclid=b', 'gclid', 'mc_eid=1%202');
    fc.assert(
      fc.property(fc.array(fc.oneof(pair, clutter)), (pairs) => {
        const kept = pairs.filter((one) => !/^(utm_|fbclid|gclid|mc_eid)/.test(one)).join('&');
        expect(canonicalUrl(`https://a.example/?${pairs.join('&')}`)).toBe(
          `https://a.example/${kept ? `?${kept}` : ''}`,
        );
      }),
    );
  });
});

describe('two addresses of one page', () => {
  it.each([
    ['https://a.example/b', 'http://a.example/b/'],
    ['https://a.example', 'https://www.a.example/#top'],
    ['https://m.youtube.com/watch?v=1', 'https://www.youtube.com/watch?v=1&utm_source=x'],
    ['https://a.example/?a=1&b=2', 'https://a.example/?b=2&a=1'],
    ['https://a.example/%e7%8f%88', 'https://a.example/珈'],
    ['https://a.example/it%27s', "https://a.example/it's"],
    ["https://a.example/?q=it's+a%20kite", 'https://a.example/?q=it%27s%20a+kite'],
    ['https://a.example/%40mia/a%2Cb', 'https://a.example/@mia/a,b'],
  ])('%s and %s', (a, b) => {
    expect([samePage(a, b), samePage(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['https://a.example/b', 'https://a.example/B'],
    ['https://a.example/b', 'https://c.example/b'],
    ['https://a.example/watch?v=1', 'https://a.example/watch?v=2'],
    ['https://a.example/watch?v=1', 'https://a.example/watch'],
    ['https://a.example/#!/one', 'https://a.example/#!/two'],
    ['https://a.example/#/one', 'https://a.example/#/two'],
    ['https://a.example/a%2Fb', 'https://a.example/a/b'],
    ['https://a.example/?a=1%262', 'https://a.example/?a=1&2'],
    ['https://a.example/a+b', 'https://a.example/a%20b'],
    ['https://m.example/', 'https://example/'],
    ['https://a.example:8443/', 'https://a.example/'],
    ['', ''],
    ['javascript:1', 'javascript:1'],
  ])('not %s and %s', (a, b) => {
    expect([samePage(a, b), samePage(b, a)]).toEqual([false, false]);
  });

  it('may be declared with fewer parameters, never with more or others', () => {
    expect(isPageOf('https://a.example/p', 'https://a.example/p?sort=new')).toBe(true);
    expect(isPageOf('https://a.example/p?sort=new', 'https://a.example/p')).toBe(false);
    expect(isPageOf('https://a.example/p?v=1', 'https://a.example/p?v=2')).toBe(false);
  });
});
