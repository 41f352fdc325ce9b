import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/post/page/read-page.ts';
import { Post } from '../../../src/post/post.ts';

const HERE = 'https://shop.example/mill';

function read(markup: string, href = HERE, loadedHref = href): Post {
  const doc = new DOMParser().parseFromString(markup, 'text/html');
  const reading = readPage(doc, { href, loadedHref, selection: '' });
  if (!reading.ok) throw new Error('not read');
  return Post.parse(reading.post);
}
const ld = (...values: object[]) =>
  values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join('');
const meta = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `<meta property="${name}" content="${value}">`)
    .join('');
const product = (more: object) => ld({ '@type': 'Product', name: 'Mill', ...more });

describe('a product', () => {
  it('tells price, stock, rating and brand', () => {
    const post = read(
      product({
        brand: { '@type': 'Brand', name: 'Nagi' },
        offers: {
          '@type': 'Offer',
          price: '9800',
          priceCurrency: 'jpy',
          availability: 'https://schema.org/InStock',
        },
        aggregateRating: { ratingValue: '4.6', reviewCount: '1,204' },
      }),
    );
    expect(post).toMatchObject({ kind: 'product', author: { name: 'Nagi' } });
    expect(post.about).toEqual({
      price: { low: 9800, high: 9800, currency: 'JPY' },
      availability: 'inStock',
      rating: { value: 4.6, best: 5, count: 1204 },
      brand: 'Nagi',
    });
  });

  it.each([
    [
      'of several offers from the lowest to the highest, in stock if one is',
      {
        offers: [
          { price: 12.5, priceCurrency: 'EUR', availability: 'OutOfStock' },
          { price: 9, priceCurrency: 'EUR', availability: 'InStock' },
          { price: 1, priceCurrency: 'USD' },
        ],
      },
      { price: { low: 9, high: 12.5, currency: 'EUR' }, availability: 'inStock' },
    ],
    [
      'of an aggregate offer',
      {
        offers: {
          '@type': 'AggregateOffer',
          lowPrice: '1,299.00',
          highPrice: '1,499.00',
          priceCurrency: 'USD',
        },
      },
      { price: { low: 1299, high: 1499, currency: 'USD' } },
    ],
    [
      'of the offers in an aggregate one',
      {
        offers: {
          '@type': 'AggregateOffer',
          offers: [
            { price: 3, priceCurrency: 'USD' },
            { price: 2, priceCurrency: 'USD' },
          ],
        },
      },
      { price: { low: 2, high: 3, currency: 'USD' } },
    ],
    [
      'without the price that is struck through',
      {
        offers: {
          priceSpecification: [
            { price: 20, priceCurrency: 'GBP', priceType: 'https://schema.org/ListPrice' },
            { price: 15, priceCurrency: 'GBP' },
          ],
        },
      },
      { price: { low: 15, high: 15, currency: 'GBP' } },
    ],
    [
      'of its variants',
      {
        '@type': 'ProductGroup',
        hasVariant: [{ '@type': 'Product', offers: { price: '7.00', priceCurrency: 'CNY' } }],
      },
      { price: { low: 7, high: 7, currency: 'CNY' } },
    ],
  ])('%s', (_, more, about) => {
    expect(read(product(more)).about).toEqual(about);
  });

  it('says nothing of what is no price, no stock and no rating', () => {
    const post = read(
      product({
        offers: { price: 'Call us', priceCurrency: 'dollars', availability: '__proto__' },
        aggregateRating: { ratingValue: 9, bestRating: 5 },
      }),
    );
    expect(post.about).toBeUndefined();
    expect(read(product({ offers: { price: '1.299', priceCurrency: 'EUR' } })).about).toBeUndefined();
  });

  it('is read from microdata', () => {
    const post = read(`<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Mill</b>
      <div itemprop="offers" itemscope><span itemprop="price" content="9800">9,800</span><meta itemprop="priceCurrency" content="JPY"><link itemprop="availability" href="http://schema.org/SoldOut"></div>
      <div itemprop="aggregateRating" itemscope><b itemprop="ratingValue">8</b>/<b itemprop="bestRating">10</b> (<b itemprop="ratingCount">12</b>)</div></div>`);
    expect(post.about).toEqual({
      price: { low: 9800, high: 9800, currency: 'JPY' },
      availability: 'soldOut',
      rating: { value: 8, best: 10, count: 12 },
    });
  });

  it('is read from meta, after data of its own', () => {
    const head = meta({
      'og:type': 'product',
      'og:title': 'Mill',
      'product:price:amount': '98.50',
      'product:price:currency': 'USD',
      'product:availability': 'in stock',
      'product:brand': 'Nagi',
    });
    expect(read(head).about).toEqual({
      price: { low: 98.5, high: 98.5, currency: 'USD' },
      availability: 'inStock',
      brand: 'Nagi',
    });
    const both = read(head + product({ offers: { price: 90, priceCurrency: 'USD' } }));
    expect(both.about?.price).toEqual({ low: 90, high: 90, currency: 'USD' });
  });

  it('takes no price from what else the page shows', () => {
    const other = { '@type': 'Event', name: 'Fair', offers: { price: 5, priceCurrency: 'USD' } };
    expect(
      read(ld({ '@type': 'NewsArticle', headline: 'Fair', datePublished: '2026-11-20' }, other)).about,
    ).toBeUndefined();
  });
});

describe('others', () => {
  it('a video tells how long it is, whose it is and since when', () => {
    const video = {
      '@type': 'VideoObject',
      name: 'V',
      author: 'Harbour Mill',
      uploadDate: '2026-11-20',
      duration: 'PT1H2M3S',
    };
    expect(read(ld(video))).toMatchObject({
      kind: 'video',
      author: { name: 'Harbour Mill' },
      time: null,
      day: '2026-11-20',
      about: { duration: 3_723_000 },
    });
    expect(read(meta({ 'og:type': 'video.other', 'video:duration': '95' })).about).toEqual({
      duration: 95_000,
    });
  });

  it('an article tells when it was changed', () => {
    const article = { '@type': 'Article', headline: 'H', dateModified: '2026-11-21T00:00:00Z' };
    expect(read(ld(article)).about).toEqual({ updated: Date.UTC(2026, 10, 21) });
  });

  it('a person tells what they do, for whom, and how many follow', () => {
    const person = {
      '@type': 'Person',
      name: 'Sora',
      jobTitle: 'Baker',
      worksFor: { '@type': 'Organization', name: 'Harbour Mill' },
      interactionStatistic: [
        { interactionType: 'https://schema.org/FollowAction', userInteractionCount: 1204 },
        { interactionType: 'https://schema.org/LikeAction', userInteractionCount: 5 },
      ],
    };
    expect(read(ld({ '@type': 'ProfilePage', mainEntity: person })).about).toEqual({
      role: 'Baker',
      works: 'Harbour Mill',
      followers: 1204,
    });
  });

  it('an event tells when and where, a recipe how long and how much', () => {
    const event = {
      '@type': 'Event',
      name: 'Tasting',
      startDate: '2026-12-01T10:00:00+09:00',
      endDate: '2026-12-01T12:00:00+09:00',
      location: { '@type': 'Place', address: { streetAddress: '1-2', addressLocality: 'Kanda' } },
    };
    expect(read(ld(event)).about).toEqual({
      starts: Date.UTC(2026, 11, 1, 1),
      ends: Date.UTC(2026, 11, 1, 3),
      place: '1-2, Kanda',
    });
    const recipe = {
      '@type': 'Recipe',
      name: 'Bread',
      prepTime: 'PT20M',
      cookTime: 'PT40M',
      recipeYield: ['2', '2 loaves'],
    };
    expect(read(ld(recipe)).about).toEqual({ duration: 3_600_000, makes: '2' });
  });

  it('an organisation is what the page is about only where it says so', () => {
    const shop = {
      '@type': 'Organization',
      '@id': 'https://shop.example/#us',
      name: 'The Shop',
      url: 'https://shop.example/',
      description: 'We mill.',
    };
    expect(read(`<title>Home</title>${ld(shop)}`, 'https://shop.example/')).toMatchObject({
      kind: 'profile',
      title: 'The Shop',
      author: { name: 'The Shop' },
      text: 'We mill.',
    });
    const elsewhere = `<title>Mill</title>${meta({ 'og:title': 'The mill', 'og:type': 'article' })}`;
    expect(read(elsewhere + ld(shop))).toMatchObject({ kind: 'article', title: 'The mill' });
    const { url, '@id': id, ...nameless } = shop;
    expect(read(elsewhere + ld(nameless))).toMatchObject({ kind: 'article', title: 'The mill' });
  });

  it('several blocks, arrays and graphs, one of them broken, are read together', () => {
    const offer = { '@type': 'Offer', '@id': '#o', price: 5, priceCurrency: 'USD' };
    const graph = { '@graph': [{ '@type': 'Product', name: 'Mill', offers: { '@id': '#o' } }, offer] };
    expect(
      read(`<script type="application/ld+json">{"@type":"Product", nope}</script>${ld([graph])}`).about,
    ).toEqual({
      price: { low: 5, high: 5, currency: 'USD' },
    });
  });
});

describe('of another page', () => {
  const then = 'https://shop.example/then';
  const old = (url: string) =>
    `<title>Now</title><link rel="canonical" href="${url}">${meta({ 'og:url': url, 'product:price:amount': '5', 'product:price:currency': 'USD' })}${ld({ '@type': 'Product', name: 'Then', url, offers: { price: 4, priceCurrency: 'USD' } })}<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Then</b><div itemprop="aggregateRating" itemscope><b itemprop="ratingValue">4</b></div></div>`;

  it('no price, stock or rating is taken after going on in place', () => {
    expect(read(old(then), HERE, then)).toMatchObject({ title: 'Now', kind: 'page', status: 'partial' });
    expect(read(old(then), HERE, then).about).toBeUndefined();
    const bare =
      ld({ '@type': 'VideoObject', name: 'Then', duration: 'PT9S' }) + meta({ 'video:duration': '9' });
    expect(read(bare, HERE, then).about).toBeUndefined();
  });

  it('they are taken where the head has gone on with the page', () => {
    expect(read(old(HERE), HERE, then).about).toEqual({
      price: { low: 4, high: 4, currency: 'USD' },
      rating: { value: 4, best: 5, count: null },
    });
  });
});

it('posts that were captured before this was read still fit', () => {
  const { about, ...older } = read(product({ offers: { price: 5, priceCurrency: 'USD' } }));
  expect(about).toBeDefined();
  expect(Post.parse(older)).toEqual(older);
});
