import { afterEach, describe, expect, it } from 'vitest';
import { instagram } from '../../../src/sites/instagram.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const HOME = siteAt(instagram, 'https://www.instagram.com/');
const CODE = 'DgFHYSTge7w';
const when = (href: string) =>
  `<a href="${href}" role="link"><time datetime="2026-11-23T10:00:00.000Z">1d</time></a>`;
const card = (inside: string, author = 'midori.roasts') =>
  openMarkup(
    `<main><article><a href="/${author}/" role="link"><img src="https://s.cdninstagram.com/v/t51.2885-19/a.jpg" srcset="a 1x"></a>${when(`/p/${CODE}/`)}${inside}<section><div></div></section></article></main>`,
  );
const only = (site = HOME) => {
  const [post, ...more] = readAll(site);
  expect(more).toEqual([]);
  if (!post) throw new Error('no post');
  return post;
};

describe('instagram, beside the stand-in', () => {
  it('says that a caption is cut, and that not every slide is in the page', () => {
    card(
      '<div role="presentation"><ul><li><img src="https://s.cdninstagram.com/v/t51.1-15/b.jpg"></li></ul></div><span dir="auto">Rye<span>… <div role="button">more</div></span></span>',
    );
    expect(only()).toMatchObject({
      text: 'Rye…',
      capped: ['text', 'media'],
      status: 'partial',
      missing: ['text'],
    });
    expect(only().media.map(({ url }) => url)).toEqual(['https://s.cdninstagram.com/v/t51.1-15/b.jpg']);
  });

  it('takes a whole caption and a single picture for whole', () => {
    card('<h1 dir="auto">Rye</h1><img src="https://s.cdninstagram.com/v/t51.1-15/b.jpg">');
    expect(only()).toMatchObject({ text: 'Rye', capped: [] });
  });

  it.each([
    ['<span>Liked by <a href="/a/">a</a> and <a href="/p/x/liked_by/">1,233 others</a></span>', undefined],
    ['<span><a href="/p/x/liked_by/">1,234 likes</a></span>', { value: 1234, exact: true }],
    ['<span>いいね！<a href="/p/x/liked_by/">2.5万件</a></span>', { value: 25_000, exact: false }],
  ])('counts likes only where they are all counted: %s', (inside, likes) => {
    card(inside);
    const { counts } = only();
    expect(counts.likes && { value: counts.likes.value, exact: counts.likes.exact }).toEqual(likes);
  });

  it.each(['explore', 'stories', 'reels', 'accounts'])('never takes /%s/ for an author', (word) => {
    card('', word);
    expect(only()).toMatchObject({
      missing: expect.arrayContaining(['author', 'handle']),
      status: 'partial',
    });
  });

  it('knows the writer of a tile only where its address says so', () => {
    openMarkup(
      `<main><a href="/p/${CODE}/"><img src="a.jpg"></a><a href="/nagi_wood/reel/DgFHYSTge7x/"><img src="b.jpg"></a><a href="/p/${CODE}/liked_by/">12</a></main>`,
    );
    const [bare, named, ...more] = readAll(HOME);
    expect(more).toEqual([]);
    expect(bare).toMatchObject({ key: `instagram:${CODE}`, missing: ['author', 'handle'] });
    expect(named).toMatchObject({
      author: { handle: '@nagi_wood' },
      url: expect.stringMatching(/\/reel\/DgFHYSTge7x\/$/),
    });
  });

  it('reads the reel in view by the page’s address, and no other', () => {
    const reel = (account: string) =>
      `<div role="presentation" style="height:${innerHeight * 2}px"><video poster="https://s.cdninstagram.com/v/t51.1-15/v.jpg"></video><a href="/${account}/reels/" role="link"><span dir="auto">${account}</span></a></div>`;
    openMarkup(`<main>${reel('xiaoman_tea')}${reel('nagi_wood')}</main>`);
    const site = siteAt(instagram, `https://www.instagram.com/reels/${CODE}/`);
    expect(() => readAll(site)).toThrow(/nagi_wood/);
    scrollTo(0, innerHeight * 2);
    expect(() => readAll(site)).toThrow(/xiaoman_tea/);
  });

  it('takes a page behind a dialog for no post', () => {
    openMarkup(
      `<main><h2>midori.roasts</h2></main><div role="dialog"><article><header><a href="/midori.roasts/" role="link">m</a></header>${when(`/p/${CODE}/`)}</article></div>`,
    );
    expect(only(siteAt(instagram, `https://www.instagram.com/p/${CODE}/`)).author.handle).toBe(
      '@midori.roasts',
    );
  });
});
