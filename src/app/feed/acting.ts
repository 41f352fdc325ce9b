import type { Feed } from '../../feed/feed.ts';
import type { FeedWords } from '../../feed/feed-words.ts';
import { posts, shapeOf } from '../../feed/match-forms.ts';
import type { Mounted, Side } from '../../feed/mount-buttons.ts';
import { PairVisibility } from '../../feed/pair-visibility.ts';
import { PostActions } from '../../feed/post-actions.ts';
import type { Press, Wish } from '../../feed/press.ts';
import { read } from '../../feed/read-post.ts';
import { Strips } from '../../feed/strip.ts';
import type { Reading } from '../../post/post.ts';
import { feedActions, over } from './feed-actions.ts';

/** What a page needs once a person reaches for a pair: reading, sharing and keeping posts, and showing results. */
export interface Acting {
  /** `press`: null for the browser's own menu or shortcut. */
  act(wish: Wish, mounted: Mounted, press: Press | null): void;
  /** Somebody reaches for a button of a pair, or (null) leaves it. */
  reach(mounted: Mounted, side: Side | null): void;
  offerSheet(mounted: Mounted): void;
  readAll(): { reading: Reading | null; buttons: number }[];
  /** The post whose address is the page's. */
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
  const sights = new PairVisibility(signal);
  const saw = (mounted: Mounted, press: Press) => sights.of(mounted.host).saw(press, feed.size, mounted.root);
  const sheet = over(signal);
  const acts = new PostActions(feed, feedActions(feed.site.recipe, sheet), strips, words, saw);
  return {
    act: (wish, mounted, press) => void acts.act(wish, mounted, press),
    reach: (mounted, side) => {
      sights.reach(mounted.host, side !== null);
      if (side === 'share') sheet.prepare();
    },
    offerSheet: (mounted) => acts.offerSheet(mounted),
    readAll: () =>
      posts(feed.site).map((root) => ({ reading: readOne(feed, root), buttons: feed.countIn(root) })),
    focal: () => focal(feed),
  };
};
