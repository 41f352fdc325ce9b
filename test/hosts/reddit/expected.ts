import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn } from '../written.ts';
import { pathOf, remarkPath } from './ids.ts';
import { focused, listing, type Remark, remarks, type Submission } from './posts.ts';

const NEW = 'https://www.reddit.com';
const OLD = 'https://old.reddit.com';

const by = (author: string) => ({
  name: author,
  handle: `u/${author}`,
  profile: `${NEW}/user/${author}`,
});

function mediaOf(post: Submission, host: string): Expected['media'] {
  if (post.image)
    return host === NEW
      ? [
          {
            kind: 'image',
            url: `https://preview.redd.it/${post.image.name}?width=640&crop=smart&auto=webp&s=0a1b2c`,
            alt: post.image.alt,
          },
        ]
      : [];
  return post.video && host === NEW
    ? [{ kind: 'video', url: `https://preview.redd.it/${post.video}/poster.png?format=pjpg`, alt: '' }]
    : [];
}

const submission = (post: Submission, host: string): Expected => ({
  url: host + pathOf(post),
  kind: 'post',
  ...by(post.author),
  title: post.title,
  text: post.text ?? post.title,
  lang: '',
  time: post.time,
  links: [...linksIn(post.text ?? ''), ...(post.link ? [post.link] : [])],
  media: mediaOf(post, host),
  counts: { score: post.score, replies: post.comments },
  quotes: null,
  answers: null,
});

/** Remarks in the order of the page, each with what it answers. */
function threaded(list: readonly Remark[], host: string, above: Remark | null = null): Expected[] {
  return list.flatMap((remark) => [
    {
      url: host + remarkPath(focused, remark, host === OLD),
      kind: 'comment' as const,
      ...by(remark.author),
      // Two paragraphs of the same remark; emphasis is markup, not stars.
      text: remark.text.replaceAll('*', ''),
      lang: '',
      time: remark.time,
      links: linksIn(remark.text),
      media: [],
      // A score below nothing is shown, but is no count.
      counts: remark.score < 0 ? {} : { score: remark.score },
      quotes: null,
      answers: above ? host + remarkPath(focused, above, host === OLD) : null,
    },
    ...threaded(remark.below ?? [], host, remark),
  ]);
}

const feed = (host: string) => listing.filter((post) => !post.promoted).map((post) => submission(post, host));
const thread = (host: string) => [submission(focused, host), ...threaded(remarks, host)];

export const redditExpected = {
  feed: { address: `${NEW}/r/smallroasters/`, posts: feed(NEW), ads: 2 },
  detail: { address: NEW + pathOf(focused), posts: thread(NEW), ads: 0 },
  feedOlder: { address: `${NEW}/r/smallroasters/?markup=older`, posts: feed(NEW), ads: 2 },
  detailOlder: { address: `${NEW}${pathOf(focused)}?markup=older`, posts: thread(NEW), ads: 0 },
  oldFeed: { address: `${OLD}/r/smallroasters/`, posts: feed(OLD), ads: 1 },
  oldDetail: { address: OLD + pathOf(focused), posts: thread(OLD), ads: 0 },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
