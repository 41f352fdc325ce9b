import { Acts } from '../../src/feed/act.ts';
import type { Feed } from '../../src/feed/feed.ts';
import { posts, shapeOf } from '../../src/feed/forms.ts';
import type { Mounted } from '../../src/feed/mount.ts';
import type { Wish } from '../../src/feed/press.ts';
import { read } from '../../src/feed/read.ts';
import { Strips } from '../../src/feed/strip.ts';
import type { FeedWords } from '../../src/feed/words.ts';
import type { Reading } from '../../src/post/post.ts';
import { hands } from './hands.ts';

/** What a page needs only once a person reaches for a pair: reading a post, sharing and keeping it, saying so. */
export interface Acting {
  act(wish: Wish, mounted: Mounted): void;
  offerSheet(mounted: Mounted): void;
  readAll(): { reading: Reading | null; buttons: number }[];
  /** The post whose address is this page's. */
  focal(): Reading | null;
}
export type MakeActing = (feed: Feed, words: () => FeedWords, signal: AbortSignal) => Acting;

const bare = (address: string) => address.replace(/[?#].*/s, '').replace(/\/$/, '');

function readOne(feed: Feed, root: Element): Reading | null {
  const shape = shapeOf(feed.site, root);
  return shape ? read(feed.site, shape, root) : null;
}

function focal(feed: Feed): Reading | null {
  for (const root of posts(feed.site)) {
    const reading = readOne(feed, root);
    if (!reading?.ok || reading.post.missing.includes('url')) continue;
    if (bare(reading.post.url) === bare(location.href)) return reading;
  }
  return null;
}

/** Acts for a running feed, until the signal aborts. */
export const acting: MakeActing = (feed, words, signal) => {
  const strips = new Strips(() => words().language, signal);
  const acts = new Acts(feed, hands(feed.site.recipe), strips, words);
  return {
    act: (wish, mounted) => void acts.act(wish, mounted),
    offerSheet: (mounted) => acts.offerSheet(mounted),
    readAll: () =>
      posts(feed.site).map((root) => ({ reading: readOne(feed, root), buttons: feed.countIn(root) })),
    focal: () => focal(feed),
  };
};
