import type { Answer, Site } from '../answer.ts';
import { html, json, type Markup, page, script } from '../html.ts';

const HOST = 'https://asahi-coffee.example';
const PICTURE = `${HOST}/pictures/yunagi.png`;

const css = `body{font:17px/1.7 system-ui,"Noto Sans CJK JP",sans-serif;margin:0 auto;max-width:640px;padding:32px 16px;color:#2b211a;background:#fbf8f3}
h1{font-size:26px;line-height:1.3}img{max-width:100%;border-radius:10px}nav a{margin-inline-end:16px}a{color:#8a4b1f}
@media(prefers-color-scheme:dark){body{color:#efe6da;background:#1d1814}a{color:#e9a26a}}`;

const nav = html`<nav><a href="/">あさひ珈琲</a><a href="/yunagi">夕凪</a><a href="/beans/yunagi-200">豆 200g</a><a href="/beans/mill">ミル</a><a href="/visit">お店</a></nav>`;

const ld = (value: unknown): Markup => html`<script type="application/ld+json">${json(value)}</script>`;
const og = (values: Readonly<Record<string, string>>): Markup =>
  html`${Object.entries(values).map(([name, value]) => html`<meta property="${name}" content="${value}">`)}`;

const asPage = (title: string, body: Markup, head?: Markup, lang = 'ja'): Answer => ({
  body: page({ lang, title, css, body: html`${nav}${body}`, ...(head ? { head } : {}) }),
});

/** In-page navigation as single pages do it: address, title and content change, what stands in the head does not. */
function runSinglePage(_: null): void {
  document.querySelector('#next')?.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', '/app/second');
    document.title = '二番目の記事 | あさひ珈琲';
    const heading = document.querySelector('h1');
    if (heading) heading.textContent = '二番目の記事';
  });
}

const article = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'あさひ珈琲', url: HOST },
    {
      '@type': 'NewsArticle',
      headline: '秋の深煎り「夕凪」',
      description: 'くるみとカラメルの香り。神保町で試飲できます。',
      datePublished: '2026-11-20T09:00:00+09:00',
      dateModified: '2026-11-21T09:00:00+09:00',
      inLanguage: 'ja',
      author: [{ '@type': 'Person', name: '朝日 みどり', url: `${HOST}/people/midori` }],
      image: [{ '@type': 'ImageObject', url: PICTURE, width: 480, height: 270 }],
      mainEntityOfPage: { '@type': 'WebPage', '@id': `${HOST}/yunagi` },
    },
  ],
};

const product = {
  '@context': 'https://schema.org/',
  '@type': 'Product',
  name: '夕凪 200g',
  description: '深煎りの豆。',
  image: `${HOST}/pictures/beans.png`,
  brand: { '@type': 'Brand', name: 'あさひ珈琲' },
  sku: 'yunagi-200',
  offers: { '@type': 'Offer', price: '1480', priceCurrency: 'JPY', url: `${HOST}/beans/yunagi-200` },
};

const PAGES: Readonly<Record<string, Answer>> = {
  '/': asPage('あさひ珈琲', html`<h1>あさひ珈琲</h1><p>神保町の小さな焙煎所です。</p>`),
  '/yunagi': asPage(
    '秋の深煎り「夕凪」 | あさひ珈琲',
    html`<article><h1>秋の深煎り「夕凪」</h1><p>朝日 みどり · 2026年11月20日</p><img src="${PICTURE}" alt="湯気の立つコーヒー" width="480" height="270"><p>くるみとカラメルの香り。今週末は神保町の店先で試飲できます。</p></article>`,
    html`<link rel="canonical" href="${HOST}/yunagi">${og({ 'og:type': 'article', 'og:title': '秋の深煎り「夕凪」', 'og:url': `${HOST}/yunagi`, 'og:image': PICTURE, 'og:site_name': 'あさひ珈琲', 'og:locale': 'ja_JP', 'article:published_time': '2026-11-20T09:00:00+09:00' })}${ld(article)}`,
  ),
  '/beans/yunagi-200': asPage(
    '夕凪 200g',
    html`<h1>夕凪 200g</h1><p>1,480円(税込)</p>`,
    html`${ld({ broken: undefined })}<script type="application/ld+json">{ not json </script>${ld(product)}`,
  ),
  '/beans/mill': asPage(
    '手挽きミル',
    html`<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">手挽きミル</h1><img itemprop="image" src="/pictures/mill.png" alt="ミル"><p itemprop="description">胡桃の木でできています。</p><div itemprop="brand" itemscope itemtype="https://schema.org/Brand"><span itemprop="name">木工房なぎ</span></div><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="JPY"><span itemprop="price" content="9800">9,800円</span></div></div>`,
  ),
  '/visit': asPage(
    'Visit us',
    html`<h1>Visit us</h1><p>Two minutes from the station.</p>`,
    og({
      'og:title': 'Visit Asahi Coffee',
      'og:description': 'Two minutes from the station.',
      'og:image': '/pictures/shop.png',
      'og:url': `${HOST}/visit?utm_source=old`,
      'og:type': 'website',
    }),
    'en',
  ),
  '/plain': asPage(
    '手書きのページ',
    html`<p id="words">題名のほかには何もないページです。ここを選んで残せます。</p>`,
  ),
  '/app': asPage(
    '一番目の記事 | あさひ珈琲',
    html`<h1>一番目の記事</h1><p><a id="next" href="/app/second">次の記事へ</a></p>${script(runSinglePage, null)}`,
    html`<link rel="canonical" href="${HOST}/app">${og({ 'og:title': '一番目の記事', 'og:url': `${HOST}/app`, 'og:image': PICTURE })}${ld({ '@context': 'https://schema.org', '@type': 'Article', headline: '一番目の記事', url: `${HOST}/app` })}`,
  ),
  '/film': asPage(
    'The long proof',
    html`<h1>The long proof</h1><p>Seven minutes at the oven.</p>`,
    html`<link rel="alternate" type="application/json+oembed" href="${HOST}/oembed?url=${encodeURIComponent(`${HOST}/film`)}" title="The long proof">`,
    'en',
  ),
  '/oembed': {
    type: 'application/json',
    body: JSON.stringify({
      version: '1.0',
      type: 'video',
      title: 'The long proof',
      author_name: 'Harbour Mill Bakery',
      author_url: 'https://harbour-mill.example/',
      thumbnail_url: `${HOST}/pictures/film.png`,
      thumbnail_width: 480,
      thumbnail_height: 270,
      html: '<p>film</p>',
      width: 480,
      height: 270,
    }),
  },
};

/** A small shop's pages, each with another kind of data about itself. Pictures are answered by the routes. */
export const generic: Site = ({ path }) => (Object.hasOwn(PAGES, path) ? (PAGES[path] ?? null) : null);
