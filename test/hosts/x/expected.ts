import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn, type Picture } from '../written.ts';
import { pathOf } from './ids.ts';
import { answers, feed, focused, type XPost } from './posts.ts';

const HOST = 'https://x.com';

/** Address a picture is kept by: the largest the site has; of a video, its poster. */
const mediaOf = ({ kind, name, alt }: Picture): Expected['media'][number] =>
  kind === 'video'
    ? { kind, url: `https://pbs.twimg.com/media/${name}.jpg`, alt }
    : { kind, url: `https://pbs.twimg.com/media/${name}?format=jpg&name=orig`, alt };

const expected = (post: XPost): Expected => ({
  url: HOST + pathOf(post),
  kind: 'post',
  name: post.name,
  handle: `@${post.handle}`,
  profile: `${HOST}/${post.handle}`,
  text: post.text,
  // A post of pictures alone has no text element to say a language.
  lang: post.text ? post.lang : '',
  time: post.time,
  links: [...linksIn(post.text), ...(post.card ? [post.card.to] : [])],
  media: (post.media ?? []).map(mediaOf),
  counts: {
    replies: post.replies,
    reposts: post.reposts,
    likes: post.likes,
    bookmarks: post.bookmarks,
    views: post.views,
  },
  quotes: post.quote
    ? { url: '', name: post.quote.name, handle: `@${post.quote.handle}`, text: post.quote.text }
    : null,
  answers: null,
});

const page = (address: string, posts: readonly XPost[]): ExpectedPage => ({
  address,
  posts: posts.filter((post) => !post.ad).map(expected),
  ads: posts.filter((post) => post.ad).length,
});

/** The years before test hooks counted bookmarks and views. */
const older = ({ address, posts, ads }: ExpectedPage): ExpectedPage => ({
  address,
  ads,
  posts: posts.map(({ counts: { bookmarks: _, views: __, ...counts }, ...post }) => ({ ...post, counts })),
});

export const xExpected = {
  feed: page(`${HOST}/home`, feed),
  detail: page(HOST + pathOf(focused), [focused, ...answers]),
  feedOlder: older(page('https://twitter.com/home?markup=older', feed)),
  detailOlder: older(page(`https://twitter.com${pathOf(focused)}?markup=older`, [focused, ...answers])),
} as const;
