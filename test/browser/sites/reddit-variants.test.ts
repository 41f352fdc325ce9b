import { afterEach, describe, expect, it } from 'vitest';
import { reddit } from '../../../src/sites/reddit.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const site = siteAt(reddit, 'https://www.reddit.com/r/bread/');
const post = (attributes: string, inside = '') =>
  openMarkup(
    `<article><shreddit-post id="t3_1abc" permalink="/r/bread/comments/1abc/rye/" post-title="Rye" created-timestamp="2026-11-23T10:00:00.000000+0000" score="12" ${attributes}>${inside}</shreddit-post></article>`,
  );
const only = () => {
  const [found, ...more] = readAll(site);
  expect(more).toEqual([]);
  if (!found) throw new Error('no post');
  return found;
};

describe('reddit, beside the stand-in', () => {
  it('says that a deleted author cannot be reached', () => {
    post('author="[deleted]"');
    expect(only()).toMatchObject({
      author: { name: '[deleted]', handle: '', url: '' },
      status: 'partial',
      missing: ['handle'],
    });
  });

  it('takes every picture of a gallery once, and no blurred ground or portrait', () => {
    post(
      'author="mill" post-type="gallery" content-href="https://www.reddit.com/gallery/1abc"',
      `<gallery-carousel slot="post-media-container"><img class="post-background-image-filter" src="https://preview.redd.it/a.jpg?width=108"><img src="https://preview.redd.it/a.jpg?width=640" alt="One"><img data-lazy-src="https://preview.redd.it/b.jpg?width=640" alt="Two"></gallery-carousel><div slot="credit-bar"><img src="https://i.redd.it/snoovatar/avatars/x.png"></div>`,
    );
    expect(only().media.map(({ url, alt }) => [url, alt])).toEqual([
      ['https://preview.redd.it/a.jpg?width=640', 'One'],
      ['https://preview.redd.it/b.jpg?width=640', 'Two'],
    ]);
  });

  it('knows where a post leads by its attribute, but for the site itself and its picture hosts', () => {
    post('author="mill" post-type="link" content-href="https://guan.example/tea?x=1"');
    expect(only().links).toEqual(['https://guan.example/tea?x=1']);
    for (const inside of [
      'https://i.redd.it/a.jpeg',
      'https://v.redd.it/a',
      'https://www.reddit.com/r/tea/comments/1def/x/',
    ]) {
      post(`author="mill" content-href="${inside}"`);
      expect(only().links).toEqual([]);
    }
  });

  it('reads a post that its wrapper repeats, and its text by either hook', () => {
    post('author="mill"', '<div id="t3_1abc-post-rtjson-content"><p>Two</p><p>paragraphs</p></div>');
    expect(only()).toMatchObject({ key: 'reddit:t3_1abc', text: 'Two\n\nparagraphs', title: 'Rye' });
  });

  it('reads an old comment whose author is gone, and its parent', () => {
    openMarkup(
      `<div class="thing comment" data-fullname="t1_a" data-author="mill" data-permalink="/r/b/comments/1abc/rye/a/"><div class="entry"><p class="tagline"><time datetime="2026-11-23T10:00:00+00:00"></time></p><div class="usertext-body"><div class="md"><p>Mine</p></div></div><ul class="flat-list buttons"></ul></div><div class="child"><div class="thing comment" data-fullname="t1_b" data-permalink="/r/b/comments/1abc/rye/b/"><div class="entry"><p class="tagline"><time datetime="2026-11-23T11:00:00+00:00"></time></p><div class="usertext-body"><div class="md"><p>[deleted]</p></div></div><ul class="flat-list buttons"></ul></div></div></div></div>`,
    );
    const [parent, child] = readAll(siteAt(reddit, 'https://old.reddit.com/r/b/comments/1abc/rye/'));
    expect(parent).toMatchObject({ text: 'Mine', answers: null, status: 'full' });
    expect(child).toMatchObject({
      text: '[deleted]',
      answers: { url: 'https://old.reddit.com/r/b/comments/1abc/rye/a/' },
      missing: ['author', 'handle'],
    });
  });
});
