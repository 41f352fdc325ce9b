import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bridge } from '../../../src/feed/bridge.ts';
import { MARK } from '../../../src/feed/own-markers.ts';
import { youtube } from '../../../src/sites/youtube.ts';
import { short, videos, watched } from '../../hosts/youtube/posts.ts';
import { hold } from '../../hosts/youtube/script.ts';
import { heldOf, youtube as host } from '../../hosts/youtube/youtube.ts';
import { clearAll, microtasks, run } from '../feed/cards.ts';
import { closeStandIn, openMarkup, openStandIn, readAll, siteAt } from './stand-in.ts';

beforeAll(() => bridge(youtube.held ?? {}));
afterEach(() => {
  clearAll();
  closeStandIn();
});

const site = siteAt(youtube, 'https://www.youtube.com/');
const watching = siteAt(youtube, `https://www.youtube.com/watch?v=${watched.id}`);
const keys = (feed: ReturnType<typeof run>['feed']) =>
  [...document.querySelectorAll(`[${MARK}]`)].map((pair) => feed.mountedOf(pair)?.key);

describe('youtube, elements that are reused for another video', () => {
  it('keys the watched video anew where only an attribute around its row changes', async () => {
    openStandIn(host, `https://www.youtube.com/watch?v=${watched.id}`);
    const { feed } = run({}, youtube);
    await microtasks();
    expect(keys(feed)[0]).toBe(`youtube:${watched.id}`);
    document.querySelector('ytd-watch-flexy')?.setAttribute('video-id', videos[1]?.id ?? '');
    await microtasks();
    expect(keys(feed)[0]).toBe(`youtube:${videos[1]?.id}`);
    expect(new Set(keys(feed)).size).toBeLessThanOrEqual(keys(feed).length);
  });

  it('keys a card anew where its links change', async () => {
    openStandIn(host, 'https://www.youtube.com/');
    const { feed } = run({}, youtube);
    await microtasks();
    expect(keys(feed)[0]).toBe(`youtube:${watched.id}`);
    for (const link of document.querySelectorAll('ytd-rich-item-renderer:first-child a[href*="v="]'))
      link.setAttribute('href', '/watch?v=another_001');
    await microtasks();
    expect(keys(feed)[0]).toBe('youtube:another_001');
  });

  it('takes neither time nor channel from what the page still holds of another video', () => {
    openStandIn(host, `https://www.youtube.com/watch?v=${watched.id}`);
    hold(heldOf().map((one) => ({ ...one, id: short.id })));
    const [video, ...rest] = readAll(watching);
    expect(video).toMatchObject({ kind: 'video', time: null, missing: ['time'] });
    for (const card of rest.filter(({ kind }) => kind === 'video')) expect(card.author.handle).toBe('');
  });
});

describe('youtube, beside the stand-in', () => {
  it('takes a count of views for no channel, where a card has one row', () => {
    openMarkup(
      '<yt-lockup-view-model><a href="/watch?v=abcdefghijk"></a><h3 title="A"><a href="/watch?v=abcdefghijk">A</a></h3><yt-content-metadata-view-model><div class="ytContentMetadataViewModelMetadataRow"><span>1.7K views</span><span>3 days ago</span></div></yt-content-metadata-view-model></yt-lockup-view-model>',
    );
    expect(readAll(site)[0]).toMatchObject({
      author: { name: '', handle: '' },
      counts: { views: { value: 1700 } },
      missing: ['author', 'handle', 'time'],
    });
  });

  it('takes a mix and an advertisement for no video', () => {
    openMarkup(
      '<ytd-rich-item-renderer><yt-lockup-view-model><a href="/watch?v=abcdefghijk&list=RDabc&start_radio=1"></a><h3>Mix</h3></yt-lockup-view-model></ytd-rich-item-renderer><ytd-rich-item-renderer><ytd-ad-slot-renderer><a href="/watch?v=abcdefghijk"></a><h3>Ad</h3></ytd-ad-slot-renderer></ytd-rich-item-renderer>',
    );
    expect(readAll(site)).toEqual([]);
  });

  it('forgets the video that is hidden while another page is shown', () => {
    openMarkup(
      '<ytd-watch-flexy video-id="abcdefghijk" hidden><ytd-watch-metadata><div id="title"><h1>Gone</h1></div></ytd-watch-metadata></ytd-watch-flexy>',
    );
    expect(readAll(site)).toEqual([]);
  });

  it('reads the page for phones', () => {
    openMarkup(
      '<ytm-rich-item-renderer><ytm-video-with-context-renderer><a href="/watch?v=abcdefghijk"></a><h3 class="media-item-headline">A film</h3><a href="/@nagi-wood">face</a><ytm-badge-and-byline-renderer><span class="ytm-badge-and-byline-item-byline">木工房なぎ</span><span class="ytm-badge-and-byline-item-byline">980 views</span></ytm-badge-and-byline-renderer></ytm-video-with-context-renderer></ytm-rich-item-renderer>',
    );
    expect(readAll(siteAt(youtube, 'https://m.youtube.com/'))[0]).toMatchObject({
      key: 'youtube:abcdefghijk',
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      title: 'A film',
      author: { name: '木工房なぎ', handle: '@nagi-wood', url: 'https://www.youtube.com/@nagi-wood' },
    });
  });
});
