import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn, type Picture } from '../written.ts';
import { pathOf } from './ids.ts';
import { focused, type Toot, thread, timeline } from './posts.ts';

const HOST = 'https://mastodon.example';

const mediaOf = ({ kind, name, alt }: Picture): Expected['media'][number] => ({
  kind,
  url: `https://files.mastodon.example/media_attachments/files/${name}`,
  alt,
});

/** `whole`: the post a page is about, which shows its handle with the host and its own counts. */
const expected = (toot: Toot, whole = false): Expected => ({
  // The address on this server, also of somebody elsewhere: the page has no other.
  url: HOST + pathOf(toot),
  kind: 'post',
  name: toot.name,
  handle: whole && !toot.handle.includes('@') ? `@${toot.handle}@mastodon.example` : `@${toot.handle}`,
  profile: `${HOST}/@${toot.handle}`,
  // What is behind a warning is not in the page until somebody opens it.
  title: toot.warning ?? '',
  text: toot.warning ? '' : toot.text,
  lang: toot.warning ? '' : toot.lang,
  time: toot.time,
  links: [...linksIn(toot.text), ...(toot.card ? [toot.card.to] : [])],
  media: (toot.media ?? []).map(mediaOf),
  counts: whole ? { reposts: toot.reblogs, likes: toot.favourites } : { replies: toot.replies },
  quotes: toot.quote
    ? {
        url: HOST + pathOf(toot.quote),
        name: toot.quote.name,
        handle: `@${toot.quote.handle}`,
        text: toot.quote.text,
      }
    : null,
  answers: null,
});

const inThread = [
  ...thread.before.map((toot) => expected(toot)),
  expected(focused, true),
  ...thread.after.map((toot) => expected(toot)),
];

export const mastodonExpected = {
  feed: { address: `${HOST}/home`, posts: timeline.map((toot) => expected(toot)), ads: 0 },
  detail: { address: HOST + pathOf(focused), posts: inThread, ads: 0 },
  feedOlder: {
    address: `${HOST}/home?markup=older`,
    // Quotations came later.
    posts: timeline.map((toot) => ({ ...expected(toot), quotes: null })),
    ads: 0,
  },
  detailOlder: { address: `${HOST}${pathOf(focused)}?markup=older`, posts: inThread, ads: 0 },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
