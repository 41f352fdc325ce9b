import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn } from '../written.ts';
import { photo, poster } from './parts.ts';
import { feed, focused, idOf, type LinkedInPost, pageOf, pathOf, type Remark, type Who } from './posts.ts';

const HOST = 'https://www.linkedin.com';
const by = (who: Who) => ({ name: who.name, handle: `${who.kind}/${who.slug}`, profile: pageOf(who) });
const nonzero = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const post = (one: LinkedInPost, classic: boolean): Expected => ({
  url: HOST + pathOf(one),
  kind: 'post',
  ...by(one),
  text: one.text,
  lang: '',
  time: one.time,
  links: linksIn(one.text),
  media: (one.media ?? []).map(({ kind, name, alt }) => ({
    kind,
    url: kind === 'image' ? photo(name) : poster(name),
    alt,
  })),
  // Where there is none, the buttons show words instead of a number.
  counts: nonzero({ likes: one.likes, replies: one.replies, reposts: one.reposts }),
  quotes:
    classic && one.quote
      ? {
          url: `${HOST}/feed/update/urn:li:activity:${idOf(one.quote)}/`,
          name: one.quote.name,
          handle: by(one.quote).handle,
          text: one.quote.text,
        }
      : null,
  answers: null,
});

const remarkUrl = (one: LinkedInPost, remark: Remark): string =>
  `${HOST}${pathOf(one)}?commentUrn=urn%3Ali%3Acomment%3A%28${one.type}%3A${idOf(one)}%2C${idOf(remark)}%29`;

function threaded(one: LinkedInPost, list: readonly Remark[], classic: boolean, above: string): Expected[] {
  return list.flatMap((remark) => [
    {
      url: remarkUrl(one, remark),
      kind: 'comment' as const,
      ...by(remark),
      text: remark.text,
      lang: '',
      time: remark.time,
      links: [],
      media: [],
      counts: classic ? nonzero({ likes: remark.likes }) : {},
      quotes: null,
      answers: above,
    },
    ...threaded(one, remark.below ?? [], classic, remarkUrl(one, remark)),
  ]);
}

const whole = (one: LinkedInPost, classic: boolean): Expected[] => [
  post(one, classic),
  ...threaded(one, one.remarks ?? [], classic, HOST + pathOf(one)),
];

const all = (classic: boolean) => feed.flatMap((one) => whole(one, classic));

export const linkedinExpected = {
  feed: { address: `${HOST}/feed/`, posts: all(false), ads: 1 },
  detail: { address: HOST + pathOf(focused), posts: whole(focused, false), ads: 0 },
  feedOlder: { address: `${HOST}/feed/?markup=older`, posts: all(true), ads: 1 },
  detailOlder: { address: `${HOST}${pathOf(focused)}?markup=older`, posts: whole(focused, true), ads: 0 },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
