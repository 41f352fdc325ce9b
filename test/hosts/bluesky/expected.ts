import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn, type Picture } from '../written.ts';
import { pathOf } from './ids.ts';
import { answers, feed, focused, type Skeet } from './posts.ts';

const HOST = 'https://bsky.app';

const mediaOf = ({ kind, name, alt }: Picture): Expected['media'][number] =>
  kind === 'video'
    ? { kind, url: `https://video.bsky.app/watch/${name}/thumbnail.jpg`, alt }
    : { kind, url: `https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:invented/${name}@jpeg`, alt };

const expected = (skeet: Skeet): Expected => ({
  url: HOST + pathOf(skeet),
  kind: 'post',
  name: skeet.name,
  handle: `@${skeet.handle}`,
  profile: `${HOST}/profile/${skeet.handle}`,
  text: skeet.text,
  // The page says no language, and no machine time: that is in the post's key.
  lang: '',
  time: skeet.time,
  links: [...linksIn(skeet.text), ...(skeet.card ? [skeet.card.to] : [])],
  media: (skeet.media ?? []).map(mediaOf),
  counts: { replies: skeet.replies, reposts: skeet.reposts, likes: skeet.likes },
  quotes: skeet.quote
    ? {
        url: HOST + pathOf(skeet.quote),
        name: skeet.quote.name,
        handle: `@${skeet.quote.handle}`,
        text: skeet.quote.text,
      }
    : null,
  answers: null,
});

/** The older pages show a count only where there is one, and abbreviate likes. */
const older = (post: Expected): Expected => ({
  ...post,
  counts: Object.fromEntries(
    Object.entries(post.counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => [name, count >= 1000 ? Math.floor(count / 100) * 100 : count]),
  ),
});

const inThread = [focused, ...answers].map(expected);

export const blueskyExpected = {
  feed: { address: `${HOST}/`, posts: feed.map(expected), ads: 0 },
  detail: { address: HOST + pathOf(focused), posts: inThread, ads: 0 },
  feedOlder: { address: `${HOST}/?markup=older`, posts: feed.map(expected).map(older), ads: 0 },
  detailOlder: { address: `${HOST}${pathOf(focused)}?markup=older`, posts: inThread.map(older), ads: 0 },
  /** Notices look like posts and are none. */
  notices: { address: `${HOST}/notifications`, posts: [], ads: 2 },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
