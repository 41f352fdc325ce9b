import { describe, expect, it } from 'vitest';
import { ld, meta, readAt as read } from './pages.ts';

const HERE = 'https://a.example/story';

describe('data of another page', () => {
  const head = (url: string) =>
    `<title>Now</title><link rel="canonical" href="${url}">${meta({ 'og:title': 'Then', 'og:description': 'Old words', 'og:image': '/old.png', 'og:url': url })}${ld({ '@type': 'Article', headline: 'Then', url })}<div itemscope itemtype="https://schema.org/Article"><b itemprop="headline">Then</b></div><link rel="alternate" type="application/json+oembed" title="Then" href="/oembed?url=${encodeURIComponent(url)}">`;
  const bare = head('').replace(
    /<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>|"url":""|\?url=/g,
    (part) => (part === '"url":""' ? '"x":""' : ''),
  );

  it('is left out after going on in place', () => {
    const post = read(head('https://a.example/first'), {
      loadedHref: 'https://a.example/first',
      selection: 'Chosen\n words',
    });
    expect(post).toMatchObject({
      key: HERE,
      title: 'Now',
      text: 'Chosen\nwords',
      media: [],
      kind: 'page',
      status: 'partial',
      missing: ['author', 'time'],
    });
  });

  it('is left out even back at the address where the document was loaded', () => {
    expect(read(head('https://a.example/second'))).toMatchObject({
      title: 'Now',
      text: '',
      status: 'partial',
    });
  });

  it('is believed where the head has gone on with the page', () => {
    expect(read(head(HERE), { loadedHref: 'https://a.example/first' })).toMatchObject({
      title: 'Then',
      text: 'Old words',
    });
  });

  it('counts as of another page where it has no address and the page has gone on', () => {
    expect(read(bare, { loadedHref: 'https://a.example/first' })).toMatchObject({
      title: 'Now',
      status: 'partial',
    });
    expect(read(bare)).toMatchObject({ title: 'Then', text: 'Old words' });
  });

  it('may leave out the parameters of a view, until the page goes on', () => {
    const href = `${HERE}?sort=new`;
    expect(read(head(HERE), { href })).toMatchObject({ key: HERE, title: 'Then' });
    expect(read(head(HERE), { href, loadedHref: HERE })).toMatchObject({ key: href, title: 'Now' });
  });

  describe('that goes by other names, loaded here and gone nowhere since', () => {
    const readUnmoved = (href: string, head: string) => read(head, { href, visited: [href] });
    const described = (url: string) =>
      `<title>Now</title><link rel="canonical" href="${url}">${ld({ '@type': 'Article', headline: 'Then', url })}`;

    it.each([
      [
        'another slug, one id',
        'https://a.example/the-kite/B0011UCPM4/ref=1',
        'https://a.example/kite/B0011UCPM4',
      ],
      ['its AMP form', 'https://a.example/amp/kites-in-the-wind', 'https://a.example/kites-in-the-wind'],
      ['another section', 'https://a.example/news/kites-in-wind.html', 'https://a.example/kites-in-wind'],
    ])('%s: believed, and known by the site’s own address', (_, href, url) => {
      expect(readUnmoved(href, described(url))).toMatchObject({ title: 'Then', url });
    });

    it.each([
      ['a short form', 'https://a.example/s/GOPZ', 'https://a.example/s?biz=MzU4&mid=2247486734'],
      ['a custom domain', 'https://a.example/p/kites', 'https://kites.example/p/kites'],
      ['the front page', 'https://a.example/p/kites', 'https://a.example/'],
    ])('%s: believed, and known by where it is', (_, href, url) => {
      expect(readUnmoved(href, described(url))).toMatchObject({ title: 'Then', url: href });
    });

    it('is denied once the document went on, wherever it came back to', () => {
      const href = 'https://a.example/p/kites';
      const post = read(described('https://a.example/p/winds'), {
        href,
        visited: [href, 'https://a.example/p/winds'],
      });
      expect(post).toMatchObject({ title: 'Now', url: href, status: 'partial' });
    });
  });

  it('says nothing of the routes that a page draws itself', () => {
    const href = 'https://docs.example/#/start';
    const shell = `<title>Start</title><link rel="canonical" href="https://docs.example/">${meta({ 'og:description': 'All docs' })}`;
    expect(read(shell, { href, visited: [href] })).toMatchObject({ url: href, key: href, text: '' });
  });

  it('cannot take the key of another site’s page', () => {
    const post = read(head('https://bank.example/real'));
    expect(post.key).toBe(HERE);
  });
});
