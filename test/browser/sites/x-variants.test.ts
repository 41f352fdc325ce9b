import { afterEach, describe, expect, it } from 'vitest';
import { x } from '../../../src/sites/x.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const site = siteAt(x, 'https://x.com/home');
const NAME = `<div data-testid="User-Name"><a href="/Nagi_Wood"><span>Nagi</span></a><a href="/Nagi_Wood" tabindex="-1"><span>@Nagi_Wood</span></a><a href="/nagi_wood/status/1990000000000000000"><time datetime="2025-11-16T10:00:00.000Z">1h</time></a></div>`;
const BAR = (labels = '') => `<div role="group" id="id__1" aria-label="${labels}">`;
const article = (inside: string, bar = `${BAR()}</div>`) =>
  openMarkup(`<article role="article" data-testid="tweet">${NAME}${inside}${bar}</article>`);
const only = () => {
  const [post, ...more] = readAll(site);
  expect(more).toEqual([]);
  if (!post) throw new Error('no post');
  return post;
};

describe('x, beside the stand-in', () => {
  it('says that a long post is shown by its beginning alone', () => {
    article(
      '<div data-testid="tweetText" lang="en">A long story</div><button data-testid="tweet-text-show-more-link">Show more</button>',
    );
    expect(only().capped).toEqual(['text']);
  });

  it('finds the name where the address is written in other letters', () => {
    article('<div data-testid="tweetText" lang="en">Hello</div>');
    expect(only().author).toEqual({ name: 'Nagi', handle: '@Nagi_Wood', url: 'https://x.com/nagi_wood' });
  });

  it('keeps a name that begins with the sign of a handle', () => {
    openMarkup(
      `<article role="article">${NAME.replace('>Nagi<', '>@home with Nagi<')}<div data-testid="tweetText">Hi</div>${BAR()}</div></article>`,
    );
    expect(only().author.name).toBe('@home with Nagi');
  });

  it('takes the picture of a video whose player is not there yet', () => {
    article(
      '<div data-testid="previewInterstitial"><img src="https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/a.jpg"></div>',
    );
    expect(only().media).toMatchObject([
      { kind: 'video', url: 'https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/a.jpg' },
    ]);
  });

  it.each([
    ['en', '1,204 Likes. Like', 1204],
    ['de', '1.204 „Gefällt mir“-Angaben. Gefällt mir', 1204],
    ['fr', '1 204 J’aime. Aimer', 1204],
    ['ar', '34 إعجابات. إعجاب', 34],
    ['ja', '1204 件のいいね。いいねする', 1204],
    ['ko', '마음에 들어요 1,204개. 마음에 들어요', 1204],
  ])('counts likes as the page says them in %s', (_, label, value) => {
    article('', `${BAR()}<button data-testid="like" aria-label="${label}"><span>9</span></button></div>`);
    expect(only().counts.likes).toMatchObject({ value, exact: true });
  });

  it('counts by the digits shown where the label has others', () => {
    article('', `${BAR()}<button data-testid="bookmark" aria-label="نشانک"><span>۳۴</span></button></div>`);
    expect(only().counts.bookmarks).toMatchObject({ value: 34 });
  });

  it('takes a name within the words for no line of its own, also in a page that lost its style', () => {
    article(
      '<div data-testid="tweetText" lang="en"><span>Making some </span><div><span><a href="/asahi">@asahi</a></span></div><span> shirts\nand more</span></div>',
    );
    expect(only().text).toBe('Making some @asahi shirts\nand more');
  });

  it('takes a notice for no post, and an advertisement neither', () => {
    openMarkup(
      `<article role="article" data-testid="notification"><a href="/nagi_wood/status/1">liked</a></article>
       <div data-testid="placementTracking"><article role="article" data-testid="tweet">${NAME}</article></div>`,
    );
    expect(readAll(site)).toEqual([]);
  });

  it('does not take a post with a tracked video inside for an advertisement', () => {
    article(
      '<div data-testid="placementTracking"><video poster="https://pbs.twimg.com/p.jpg"></video></div>',
    );
    expect(only().media).toHaveLength(1);
  });

  it('reads a post whose quotation has pictures and links as its own alone', () => {
    article(
      `<div data-testid="tweetText" lang="en">Mine</div><div role="link"><div data-testid="User-Name"><div>Other</div><div><span>@other</span></div></div><div data-testid="tweetText" lang="fr">Autre</div><div data-testid="tweetPhoto"><img src="https://pbs.twimg.com/media/Q?format=jpg&name=small"></div></div>`,
    );
    expect(only()).toMatchObject({
      text: 'Mine',
      lang: 'en',
      media: [],
      quotes: { author: { name: 'Other', handle: '@other' }, text: 'Autre' },
    });
  });
});
