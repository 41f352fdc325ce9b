import { describe, expect, it } from 'vitest';
import { ld, meta, readAt as read } from './pages.ts';

const article = (more: object) =>
  ld({ '@type': 'NewsArticle', headline: 'Kites', url: 'https://news.example.com/kites', ...more });
const AT = { href: 'https://news.example.com/kites' };
const mia = { '@type': 'Person', name: 'Mia Stone' };

describe('the outlet’s handle and address', () => {
  const outlet = { 'twitter:site': '@examplenews', 'article:publisher': 'https://facebook.com/examplenews' };
  it.each([
    ['a shared handle', meta({ ...outlet, 'twitter:creator': '@ExampleNews' })],
    ['the company’s page', meta({ ...outlet, 'article:author': 'https://www.facebook.com/examplenews/' })],
    ['the front page', meta({ ...outlet, 'article:author': 'https://news.example.com/' })],
  ])('%s is not put on the writer', (_, head) => {
    expect(read(head + article({ author: mia }), AT).author).toEqual({
      name: 'Mia Stone',
      handle: '',
      url: '',
    });
  });

  it('is read from the publisher’s data too', () => {
    const publisher = { '@type': 'Organization', name: 'The Kite', sameAs: ['https://x.com/thekite'] };
    const author = { ...mia, sameAs: 'https://x.com/thekite' };
    expect(read(article({ author, publisher }), AT).author.url).toBe('');
  });

  it('stays with who is the outlet, and a writer’s own stays with the writer', () => {
    const own =
      meta({ ...outlet, 'twitter:creator': '@mia' }) + article({ author: { ...mia, url: '/people/mia' } });
    expect(read(own, AT).author).toEqual({
      name: 'Mia Stone',
      handle: '@mia',
      url: 'https://news.example.com/people/mia',
    });
    const desk = meta({ ...outlet, 'twitter:creator': '@examplenews' }) + article({ author: 'Example News' });
    expect(read(desk, AT).author.handle).toBe('@examplenews');
  });
});

describe('names', () => {
  it.each([
    ['By Mia Stone', 'Mia Stone'],
    ['by: Mia Stone', 'Mia Stone'],
    ['Byron Stone', 'Byron Stone'],
  ])('%s is %s', (written, name) => {
    expect(read(article({ author: written }), AT).author.name).toBe(name);
    expect(read(`<meta name="author" content="${written}">`).author.name).toBe(name);
  });

  it('of several writers stay several, and none of them gets one’s handle', () => {
    const head =
      '<meta name="citation_author" content="Mia Stone"><meta name="citation_author" content="Ken Vale">';
    expect(read(head + meta({ 'twitter:creator': '@mia' })).author).toEqual({
      name: 'Mia Stone, Ken Vale',
      handle: '',
      url: '',
    });
  });

  it('the platform is no author', () => {
    const post = read(ld({ '@type': 'VideoObject', name: 'Kites', author: 'YouTube' }), {
      href: 'https://www.youtube.com/watch?v=A0FZIwabctw',
    });
    expect(post.author.name).toBe('');
    expect([post.status, post.missing.includes('author')]).toEqual(['partial', true]);
  });
});

describe('what the page is about', () => {
  it('is not the page itself, where a thing without an address goes by its title', () => {
    const page = { '@type': 'WebPage', url: AT.href, author: { '@id': `${AT.href}#identity` } };
    const howTo = { '@type': 'HowTo', name: 'Fold a kite', author: mia };
    const post = read(`<title>Fold a kite | Kites</title>${ld(page)}${ld(howTo)}`, AT);
    expect(post).toMatchObject({ kind: 'article', author: { name: 'Mia Stone', url: '' } });
  });

  it('is the page itself, where such a thing is called otherwise', () => {
    const page = { '@type': 'WebPage', url: AT.href, name: 'Our kites' };
    const listed = { '@type': 'Product', name: 'Blue kite', brand: 'Stone' };
    expect(read(`<title>Our kites</title>${ld(page)}${ld(listed)}`, AT).kind).toBe('page');
  });

  it('is read with types in lower case, and by microdata of a main entity', () => {
    expect(read(ld({ '@type': 'newsarticle', headline: 'Kites', author: mia })).kind).toBe('article');
    const post = read(
      `<div itemscope itemtype="https://schema.org/WebPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Article"><b itemprop="headline">Kites</b><i itemprop="author">Mia Stone</i></div></div>`,
    );
    expect(post).toMatchObject({ kind: 'article', author: { name: 'Mia Stone' } });
  });

  it('is read through commas at the end, CDATA over lines, and a script that is escaped as a whole', () => {
    const broken = '{"@type":"Article","headline":"Kites, ]and} wind,","keywords":["a","b",],}';
    for (const script of [broken, `\n//<![CDATA[\n${broken}\n//]]>\n`, broken.replaceAll('"', '&quot;')])
      expect(read(ld(script)).title).toBe('Kites, ]and} wind,');
  });
});

describe('a picture', () => {
  it.each([
    'https://static.licdn.com/aero-v1/sc/h/c45fy346jw096z9pbphyyhdz7',
    'https://cdn.bsky.app/img/avatar/plain/did:plc:h7obn/bafk@jpeg',
    'https://pbs.twimg.com/profile_images/1/x_400x400.jpg',
    'https://a.example/apple-touch-icon-180.png',
    'https://a.example/img/logo-512x512.png',
    'https://a.example/icons/mine.png',
  ])('%s is the site’s mark or somebody’s face, and none of the post', (url) => {
    const icon = '<link rel="icon" href="/icons/mine.png">';
    expect(read(icon + meta({ 'og:title': 'Kites', 'og:image': url })).media).toEqual([]);
  });

  it.each([
    'https://a.example/2026/logo-of-the-year-winner.jpg',
    'https://a.example/avatarium/kite.jpg',
    'https://cdn.example/feed/1.jpg',
  ])('%s is of the post', (url) => {
    expect(read(meta({ 'og:title': 'Kites', 'og:image': url })).media.map((one) => one.url)).toEqual([url]);
  });
});

describe('language', () => {
  it('of a platform’s page is that of whoever reads it, and says nothing of the post', () => {
    const head = `<html lang="es-ES">${meta({ 'og:title': 'Kites', 'og:locale': 'es_ES' })}`;
    expect(read(head, { href: 'https://www.youtube.com/watch?v=A0FZIwabctw' }).lang).toBe('');
    expect(read(head).lang).toBe('es-ES');
  });
});

describe('a text that the site cut', () => {
  const words = 'When the wind rises the kite becomes the most powerful thing on the beach by far ...';
  it('is never full', () => {
    const post = read(meta({ 'og:title': 'Kites', 'og:description': words }));
    expect(post).toMatchObject({ status: 'partial', missing: ['text'], capped: ['text'], text: words });
    expect(read(meta({ 'og:description': 'And then …' })).status).toBe('full');
  });
});
