import type { Picture } from '../written.ts';

/** Somebody with a page of their own, and the line that stands under the name. */
export interface Who {
  readonly kind: 'in' | 'company';
  readonly slug: string;
  readonly name: string;
  readonly line: string;
}

export interface Remark extends Who {
  readonly time: string;
  readonly text: string;
  readonly likes: number;
  readonly below?: readonly Remark[];
}

export interface LinkedInPost extends Who {
  /** What the page calls the card; it says nothing of the post. */
  readonly card: string;
  readonly type: 'activity' | 'ugcPost';
  readonly time: string;
  readonly text: string;
  readonly likes: number;
  readonly replies: number;
  readonly reposts: number;
  readonly media?: readonly Picture[];
  /** Who brought the post up: their link stands first in the card. */
  readonly above?: Who;
  /** Where the newer page says the post's number. */
  readonly says: 'props' | 'number' | 'comment' | 'commentary';
  readonly remarks?: readonly Remark[];
  readonly quote?: Who & { readonly time: string; readonly text: string };
}

const asahi: Who = { kind: 'company', slug: 'asahi-coffee', name: 'あさひ珈琲', line: 'フォロワー 1,204人' };
const mira: Who = { kind: 'in', slug: 'mira-holt', name: 'Mira Holt', line: 'Buys green coffee • Bergen' };
const mill: Who = {
  kind: 'company',
  slug: 'harbour-mill',
  name: 'Harbour Mill Bakery',
  line: 'フォロワー 310人',
};
const wood: Who = { kind: 'in', slug: 'nagi-wood', name: '木工房なぎ', line: '木の道具をつくっています' };
const tea: Who = { kind: 'in', slug: 'xiaoman-tea', name: '小满', line: '茶师' };

export const feed: readonly LinkedInPost[] = [
  {
    ...asahi,
    card: 'rmP0slHPXOJ9',
    type: 'activity',
    time: '2026-11-23T23:10:00.250Z',
    text: '秋の深煎り「夕凪」ができました☕\nくるみとカラメルの香りです。\nhttps://asahi-coffee.example/yunagi?roast=dark',
    likes: 310,
    replies: 12,
    reposts: 48,
    media: [{ kind: 'image', name: 'yunagi', alt: '湯気の立つ深煎り' }],
    above: wood,
    says: 'props',
  },
  {
    ...mira,
    card: 'qT-7_kaW2bMd',
    type: 'activity',
    time: '2026-11-23T08:42:10.000Z',
    text: 'Three days of cupping. 👩🏽‍🍳\n\nThank you, @Nagi, for the spoons.',
    likes: 1204,
    replies: 3,
    reposts: 0,
    says: 'number',
  },
  {
    ...mill,
    card: 'Zx81LmRt0pQe',
    type: 'ugcPost',
    time: '2026-11-22T17:20:45.000Z',
    text: 'Our rye went to the county fair and came home with a ribbon.',
    likes: 61,
    replies: 2,
    reposts: 9,
    says: 'comment',
    remarks: [
      {
        ...mira,
        time: '2026-11-22T18:00:00.000Z',
        text: 'How long was the proof? 🥖\nOurs is flat after twelve hours.',
        likes: 4,
        below: [{ ...mill, time: '2026-11-22T18:30:00.000Z', text: '十八時間です。', likes: 1 }],
      },
      { ...tea, time: '2026-11-22T19:00:00.000Z', text: '有桂花香吗?', likes: 0 },
    ],
  },
  {
    ...wood,
    card: 'b9VtYc3Nw5Ka',
    type: 'activity',
    time: '2026-11-21T22:15:00.000Z',
    text: '削り出しの動画です。音も入っています。',
    likes: 77,
    replies: 5,
    reposts: 0,
    media: [{ kind: 'video', name: 'spoonfilm', alt: '' }],
    says: 'commentary',
    quote: { ...tea, time: '2026-11-20T04:00:00.000Z', text: '桂花茶的做法,写在这里。' },
  },
];

/** The post that a detail page is about. */
export const focused = feed[2] as LinkedInPost;

const numbered = (time: string, more: number): string =>
  String((BigInt(Date.parse(time)) << 22n) + BigInt(more));
/** Number whose upper bits are the time, as the site makes them. */
export const idOf = (post: { readonly time: string; readonly slug: string }): string =>
  numbered(post.time, post.slug.length);
export const urnOf = (post: LinkedInPost): string => `urn:li:${post.type}:${idOf(post)}`;
export const pathOf = (post: LinkedInPost): string => `/feed/update/${urnOf(post)}/`;
export const pageOf = ({ kind, slug }: Who): string => `https://www.linkedin.com/${kind}/${slug}/`;
export const remarkUrn = (post: LinkedInPost, remark: Remark, long: boolean): string =>
  `urn:li:comment:(${long ? 'urn:li:' : ''}${post.type}:${idOf(post)},${idOf(remark)})`;
