import { afterEach, describe, expect, it } from 'vitest';
import { bluesky } from '../../../src/sites/bluesky.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const PATH = '/profile/nagi.bsky.social/post/3n2zd5tze222o';
const site = siteAt(bluesky, `https://bsky.app${PATH}`);
const CONTROLS = '<div><button data-testid="replyBtn"></button><button data-testid="likeBtn"></button></div>';
const PERSON =
  '<a href="/profile/nagi.bsky.social"><div dir="auto">Nagi</div></a><a href="/profile/nagi.bsky.social"><div dir="auto">\u202a@nagi.bsky.social\u202c</div></a>';
const anchor = (inside: string, date = 'November 23, 2026 at 8:52 PM') =>
  openMarkup(
    `<div data-testid="postThreadItem-by-nagi.bsky.social">${PERSON}${inside}<div><div dir="auto">${date}</div></div><a href="${PATH}/reposted-by"><div dir="auto">2 reposts by people near and far</div></a>${CONTROLS}</div>`,
  );
const feedItem = (inside: string) =>
  openMarkup(
    `<div role="link" data-testid="feedItem-by-nagi.bsky.social">${PERSON}<a href="${PATH}" data-tooltip="x">1d</a>${inside}${CONTROLS}</div>`,
  );
const only = () => {
  const [post, ...more] = readAll(site);
  expect(more).toEqual([]);
  if (!post) throw new Error('no post');
  return post;
};

describe('bluesky, beside the stand-in', () => {
  it.each([
    ['en', 'November 23, 2026 at 8:52 PM'],
    ['ja', '2026年11月23日 20:52'],
    ['de', '23. November 2026 um 20:52'],
    ['fi', '23. marraskuuta 2026 klo 20.52'],
  ])('never takes the moment for the text of a post of pictures (%s)', (_, date) => {
    anchor('<img src="https://cdn.bsky.app/img/feed_thumbnail/plain/d/a@jpeg" alt="">', date);
    expect(only()).toMatchObject({ text: '', media: [{}], status: 'full' });
  });

  it('finds a short text that nothing tells, beside longer words around it', () => {
    anchor('<div dir="auto">Hi</div>'.replace('Hi', 'Good bread, all'));
    expect(only().text).toBe('Good bread, all');
  });

  it('takes the post that a page is about by its links, or by the page’s own address', () => {
    anchor('<div dir="auto" data-word-wrap="1">Hello</div>');
    expect(only().url).toBe(`https://bsky.app${PATH}`);
    document.querySelector('a[href$="reposted-by"]')?.remove();
    expect(only()).toMatchObject({ url: `https://bsky.app${PATH}`, status: 'full' });
  });

  it('leaves the picture of a link’s card out, and keeps where it goes', () => {
    feedItem(
      '<div data-testid="postText" data-word-wrap="1">Read this</div><a href="https://guan.example/tea" role="link"><img src="https://cdn.bsky.app/img/feed_thumbnail/plain/d/card@jpeg"></a>',
    );
    expect(only()).toMatchObject({ media: [], links: ['https://guan.example/tea'] });
  });

  it('takes a video by its poster, its background or its file', () => {
    feedItem(
      `<video poster="https://video.bsky.app/watch/a/thumbnail.jpg"></video><div style='background-image: url("https://video.bsky.app/watch/b/thumbnail.jpg")'></div><video src="https://t.gifs.bsky.app/c.webm"></video>`,
    );
    expect(only().media.map(({ url }) => url)).toEqual([
      'https://video.bsky.app/watch/a/thumbnail.jpg',
      'https://t.gifs.bsky.app/c.webm',
      'https://video.bsky.app/watch/b/thumbnail.jpg',
    ]);
  });

  it('names the writer of a repost, not who reposted', () => {
    openMarkup(
      `<div role="link" data-testid="feedItem-by-nagi.bsky.social"><a href="/profile/mai.example" dir="auto"><div dir="auto">Reposted by Mai</div></a>${PERSON}<a href="${PATH}" data-tooltip="x">1d</a><div data-testid="postText">Wood</div>${CONTROLS}</div>`,
    );
    expect(only().author).toEqual({
      name: 'Nagi',
      handle: '@nagi.bsky.social',
      url: 'https://bsky.app/profile/nagi.bsky.social',
    });
  });

  it('takes a notice, which has no controls, for no post', () => {
    openMarkup(`<div data-testid="feedItem-by-nagi.bsky.social">${PERSON}<a href="${PATH}">x</a></div>`);
    expect(readAll(site)).toEqual([]);
  });
});
