import { afterEach, describe, expect, it } from 'vitest';
import { placeIn, posts, scopeOf, shapeOf } from '../../../src/feed/match-forms.ts';
import { mastodon } from '../../../src/sites/mastodon.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const site = siteAt(mastodon, 'https://social.example/home');
const head = (id: string, href = `/@lin/${id}`) =>
  `<div class="status__info"><a class="status__relative-time" href="${href}"><time datetime="2026-11-20T09:00:00.000Z">1h</time></a><a href="/@lin" class="status__display-name"><span class="display-name"><bdi><strong class="display-name__html">Lin</strong></bdi> <span class="display-name__account">@lin&nbsp;</span></span></a></div>`;
const content = (inside: string) =>
  `<div class="status__content"><div class="status__content__text" lang="en">${inside}</div></div>`;
const BAR = '<div class="status__action-bar"></div>';
const status = (inside: string, bar = BAR, href?: string) =>
  `<div class="status__wrapper"><div class="status" data-id="11500000000000000">${head('11500000000000000', href)}${inside}${bar}</div></div>`;
const QUOTE = `<div class="status__quote"><div class="status__wrapper"><div class="status status--is-quote" data-id="11400000000000000">${head('11400000000000000').replaceAll('lin', 'mai')}${content('<p>Quoted</p>')}</div></div></div>`;
const only = () => {
  const [post, ...more] = readAll(site);
  expect(more).toEqual([]);
  if (!post) throw new Error('no post');
  return post;
};

describe('mastodon, beside the stand-in', () => {
  it('leaves out the line that tells other servers what is quoted', () => {
    openMarkup(
      status(
        content(
          '<p class="quote-inline">RE: <a href="https://other.example/@mai/1"><span class="invisible">https://</span>other.example/@mai/1</a></p><p>Mine</p><p>Two</p>',
        ) + QUOTE,
      ),
    );
    expect(only()).toMatchObject({
      text: 'Mine\n\nTwo',
      links: [],
      quotes: { url: 'https://social.example/@mai/11400000000000000', text: 'Quoted' },
    });
  });

  it('takes the quotation on a post’s own page for no post of its own', () => {
    openMarkup(
      `<div class="detailed-status__wrapper"><div class="detailed-status"><a class="detailed-status__display-name" href="/@lin"><strong class="display-name__html">Lin</strong><span class="display-name__account">@lin@social.example</span></a>${content('<p>Mine</p>')}${QUOTE}<div class="detailed-status__meta"><a class="detailed-status__datetime" href="/@lin/11500000000000000"><time datetime="2026-11-20T09:00:00.000Z"></time></a><a class="detailed-status__link"><span class="detailed-status__quotes">3</span></a></div></div><div class="detailed-status__action-bar"></div></div>`,
    );
    expect(only()).toMatchObject({ text: 'Mine', counts: { quotes: { value: 3 } }, status: 'full' });
  });

  it('takes a time of which there is no date for none', () => {
    for (const time of ['99999999999999999999', '8640000000000001', 'never']) {
      openMarkup(status(content('<p>Mine</p>')).replace('2026-11-20T09:00:00.000Z', time));
      const { time: read, text } = only();
      expect([text, read === null || Math.abs(read) <= 8.64e15]).toEqual(['Mine', true]);
    }
  });

  it('reads the text behind a warning where the page has it, and the warning apart', () => {
    openMarkup(
      status(
        `<div class="status__content status__content--with-spoiler"><p><span class="translate">Food</span> <button class="status__content__spoiler-link">Show more</button></p><div class="status__content__text translate" lang="en"><p>Burnt</p></div></div>`,
      ),
    );
    expect(only()).toMatchObject({ title: 'Food', text: 'Burnt', status: 'full' });
    openMarkup(
      status(
        '<label class="content-warning"><p>Food</p><button class="link-button">Show more</button></label>',
      ),
    );
    expect(only()).toMatchObject({ title: 'Food', text: '', status: 'partial', missing: ['text'] });
    openMarkup(
      status(
        '<div class="content-warning content-warning--filter"><p>My filter</p></div><div class="status__content"><div class="status__content__text"><p>Rye</p></div></div>',
      ),
    );
    expect(only()).toMatchObject({ title: '', text: 'Rye' });
  });

  it('counts each button of the row as what it is, in wrappers and without', () => {
    const button = (n: number) =>
      `<button class="icon-button"><span class="icon-button__counter">${n}</span></button>`;
    const plain = '<button class="icon-button"></button>';
    const counts = { replies: { value: 1 }, reposts: { value: 2 }, likes: { value: 3 } };
    openMarkup(status('', `<div class="status__action-bar">${button(1)}${button(2)}${button(3)}</div>`));
    expect(only().counts).toMatchObject(counts);
    const wrapped = [1, 2, 3].map((n) => `<div>${button(n)}</div>`).join('');
    openMarkup(status('', `<div class="status__action-bar">${wrapped}</div>`));
    expect(only().counts).toMatchObject(counts);
    openMarkup(status('', `<div class="status__action-bar">${plain}${button(2)}</div>`));
    expect(only().counts).toMatchObject({ reposts: { value: 2 } });
    expect(only().counts.replies).toBeUndefined();
  });

  it('keeps by its number on this server a post whose time links to another', () => {
    openMarkup(status(content('<p>Hi</p>'), BAR, 'https://far.example/notice/AbC'));
    expect(only()).toMatchObject({
      key: 'mastodon:social.example/11500000000000000',
      url: 'https://far.example/notice/AbC',
      author: { url: 'https://social.example/@lin', handle: '@lin' },
      status: 'full',
    });
  });

  it('does not take a poll, a link’s card and its date for the post’s own', () => {
    openMarkup(
      status(
        `${content('<p>Which?</p>')}<a class="status-card" href="https://paper.example/a"><span class="status-card__host"><span>Paper</span> · <time datetime="2020-01-01T00:00:00.000Z">2020</time></span><strong class="status-card__title">Old</strong></a><div class="poll"><ul><li><span class="poll__option__text">This</span></li></ul></div>`,
      ),
    );
    expect(only()).toMatchObject({
      text: 'Which?',
      links: ['https://paper.example/a'],
      time: Date.parse('2026-11-20T09:00:00.000Z'),
    });
  });

  it('takes a moving picture, and a video’s description', () => {
    openMarkup(
      status(
        '<div class="media-gallery__gifv"><video class="media-gallery__item-gifv-thumbnail" aria-label="A cat turns" src="https://files.example/cat.mp4"></video></div><div class="video-player"><video poster="https://files.example/p.png" aria-label="Bread"></video></div>',
      ),
    );
    expect(only().media.map(({ kind, url, alt }) => [kind, url, alt])).toEqual([
      ['video', 'https://files.example/p.png', 'Bread'],
      ['video', 'https://files.example/cat.mp4', 'A cat turns'],
    ]);
  });
});

describe('mastodon, as it is being redesigned', () => {
  const to = (id: string, who = 'lin') => `/@${who}/${id}`;
  const person = (who: string) => `href="/@${who}" title="@${who}" data-hover-card-account="7"`;
  const name = (who: string) =>
    `<span class="display-name"><bdi><strong class="display-name__html">${who} 🌿</strong></bdi></span>`;
  const header = (id: string, who: string) =>
    `<header class="_h"><a ${person(who)}><img alt=""></a><div><p><a ${person(who)}>${name(who)}</a>•<a href="${to(id, who)}"><time datetime="2026-11-20T09:00:00.000Z">1h</time></a></p><p><a ${person(who)}>@${who}</a></p></div></header>`;
  const body = (text: string, more = '') =>
    `<div class="_r"><div class="_t" lang="ja">${text}</div>${more}</div>`;
  const row =
    '<footer><div class="_a"><button><svg></svg>1</button><button><svg></svg>2</button><button><svg></svg>1.2K</button><button><span class="sr-only">Share</span></button></div></footer>';
  const card = (inside: string, id = '11500000000000000') =>
    `<article data-id="${id}" aria-posinset="1" tabindex="-1"><div><article data-id="${id}" class="_root" tabindex="0">${inside}</article></div></article>`;
  const quote =
    '<div class="_c"><div class="_ct"><span><a href="/@mai" title="@mai" data-hover-card-account="8"><span class="display-name"><bdi><strong class="display-name__html">Mai</strong></bdi></span></a></span><a href="/@mai/11400000000000000"><time datetime="2026-11-19T09:00:00.000Z">1d</time></a></div><a href="/@mai/11400000000000000"><div lang="en"><p>Quoted</p></div></a></div>';

  it('is read by its structure, in a list with a wrapper of the same kind', () => {
    openMarkup(card(`${header('11500000000000000', 'lin')}${body('<p>結び 🎀<br>二行目</p>', quote)}${row}`));
    expect(only()).toMatchObject({
      key: 'mastodon:social.example/11500000000000000',
      url: 'https://social.example/@lin/11500000000000000',
      author: { name: 'lin 🌿', handle: '@lin', url: 'https://social.example/@lin' },
      text: '結び 🎀\n二行目',
      lang: 'ja',
      time: Date.parse('2026-11-20T09:00:00.000Z'),
      counts: { replies: { value: 1 }, reposts: { value: 2 }, likes: { value: 1200 } },
      quotes: {
        url: 'https://social.example/@mai/11400000000000000',
        author: { name: '@mai', handle: '@mai', url: 'https://social.example/@mai' },
        text: 'Quoted',
      },
      status: 'full',
    });
  });

  it('takes a boosted post for its writer’s, and the card of a link for where it leads', () => {
    const boost = `<div class="_p"><span><a ${person('ken')}>${name('ken')}</a> boosted</span></div>`;
    const link =
      '<div class="_c"><div><span><a href="https://shop.example" target="_blank" rel="noopener">Shop</a></span></div><a href="https://shop.example/tea" target="_blank" rel="noopener">Tea</a></div>';
    openMarkup(
      card(
        `${boost}${header('11500000000000000', 'lin')}${body('<p>Tea!</p>', link)}${row}`,
        '11600000000000000',
      ),
    );
    expect(only()).toMatchObject({
      key: 'mastodon:social.example/11500000000000000',
      author: { name: 'lin 🌿' },
      text: 'Tea!',
      links: ['https://shop.example/tea'],
      quotes: null,
    });
  });

  it('has room for the buttons at the end of the row, and none in a notice without a writer', () => {
    openMarkup(card(`${header('11500000000000000', 'lin')}${body('<p>a</p>')}${row}`));
    const [root] = posts(site);
    const shape = root && shapeOf(site, root);
    expect(shape && root && placeIn(scopeOf(site, shape, root), shape.form)?.parent.className).toBe('_a');
    openMarkup(
      '<article data-id="1"><header><h2>News</h2></header><div><div lang="en">a</div></div></article>',
    );
    expect(posts(site)).toEqual([]);
  });
});
