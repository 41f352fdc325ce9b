import type { Person, Picture, Quote } from '../written.ts';

export interface XPost extends Person {
  readonly time: string;
  readonly lang: string;
  readonly text: string;
  readonly replies: number;
  readonly reposts: number;
  readonly likes: number;
  readonly bookmarks: number;
  readonly views: number;
  readonly media?: readonly Picture[];
  readonly card?: { readonly to: string; readonly domain: string; readonly title: string };
  readonly quote?: Quote;
  readonly ad?: true;
  readonly social?: string;
  readonly verified?: true;
}

const asahi: Person = { name: 'あさひ珈琲', handle: 'asahi_coffee' };
const kumo: Person = { name: '雲の本屋 ☁️', handle: 'kumo_books' };
const mill: Person = { name: 'Harbour Mill Bakery', handle: 'harbour_mill' };
const tea: Person = { name: '青山茶铺', handle: 'qingshan_tea' };
const wood: Person = { name: '木工房なぎ', handle: 'nagi_wood' };

/** Feed of x.com/home. */
export const feed: readonly XPost[] = [
  {
    ...asahi,
    verified: true,
    time: '2026-11-23T23:10:00.000Z',
    lang: 'ja',
    text: '秋の深煎り「夕凪」ができました。くるみとカラメルの香り。今週末は神保町の店先で試飲できます☕\nhttps://asahi-coffee.example/yunagi',
    replies: 12,
    reposts: 48,
    likes: 310,
    bookmarks: 9,
    views: 11424,
    media: [{ kind: 'image', name: 'GyunagiA1', alt: '湯気の立つ深煎りコーヒー' }],
  },
  {
    ...mill,
    time: '2026-11-23T21:42:10.000Z',
    lang: 'en',
    text: 'Our rye went to the county fair and came home with a ribbon 🥖🎗️\n\nTwo loaves a person until Friday. Thank you, @nagi_wood, for the new peel! #breadclub',
    replies: 3,
    reposts: 5,
    likes: 1204,
    bookmarks: 0,
    views: 20311,
    media: [
      { kind: 'image', name: 'GbreadB2', alt: 'A loaf of rye' },
      { kind: 'image', name: 'GbreadB3', alt: 'The ribbon' },
    ],
  },
  {
    name: 'らくらく会計',
    handle: 'raku_kaikei',
    ad: true,
    time: '2026-11-20T02:00:00.000Z',
    lang: 'ja',
    text: '【広告】請求書を三秒で。',
    replies: 0,
    reposts: 1,
    likes: 7,
    bookmarks: 0,
    views: 990312,
  },
  {
    ...tea,
    time: '2026-11-23T15:05:33.000Z',
    lang: 'zh',
    text: '新到的秋茶,有桂花香。\n周末来店里喝一杯吧🍵',
    replies: 0,
    reposts: 2,
    likes: 88,
    bookmarks: 1,
    views: 1033,
  },
  {
    ...kumo,
    time: '2026-11-23T11:30:00.000Z',
    lang: 'ja',
    text: '店主の感想です。読んだ夜は静かでした。',
    replies: 1,
    reposts: 0,
    likes: 23,
    bookmarks: 2,
    views: 742,
    quote: {
      ...wood,
      text: '本棚の注文を三つ納めました。\n写真はまた明日🪵',
      time: '2026-11-22T08:00:00.000Z',
    },
  },
  {
    ...wood,
    social: '雲の本屋さんがリポスト',
    time: '2026-11-22T22:15:00.000Z',
    lang: 'ja',
    text: '削り出しの動画です。音も入っています。',
    replies: 4,
    reposts: 31,
    likes: 2580,
    bookmarks: 40,
    views: 1203344,
    media: [{ kind: 'video', name: 'DnagiWoodC4', alt: '' }],
  },
  {
    ...kumo,
    time: '2026-11-22T09:00:12.000Z',
    lang: 'ja',
    text: '読書会の案内はこちら。',
    replies: 0,
    reposts: 0,
    likes: 5,
    bookmarks: 0,
    views: 214,
    card: { to: 'https://t.co/kumoDok4i', domain: 'kumo-books.example', title: '十二月の読書会' },
  },
  {
    ...mill,
    time: '2026-11-21T17:20:45.000Z',
    lang: 'en',
    text: 'The whole recipe, with the long proof: https://harbour-mill.example/recipes/rye-with-a-long-cold-proof?step=1 and the short one: https://harbour-mill.example/rye',
    replies: 7,
    reposts: 9,
    likes: 61,
    bookmarks: 12,
    views: 4100,
  },
  {
    ...tea,
    time: '2026-11-21T03:44:00.000Z',
    lang: 'zxx',
    text: '',
    replies: 0,
    reposts: 0,
    likes: 19,
    bookmarks: 0,
    views: 655,
    media: [{ kind: 'image', name: 'GteaD5', alt: '一杯茶' }],
  },
  {
    ...asahi,
    verified: true,
    time: '2026-11-20T00:30:00.000Z',
    lang: 'ja',
    text: '焙煎室の窓を磨きました。光がよく入ります✨👩🏽‍🍳',
    replies: 2,
    reposts: 3,
    likes: 97,
    bookmarks: 1,
    views: 3021,
  },
];

/** Answers under the first post of the feed, on its own page. */
export const answers: readonly XPost[] = [
  {
    name: 'Mira Holt',
    handle: 'mira_holt',
    time: '2026-11-23T23:25:00.000Z',
    lang: 'en',
    text: '@asahi_coffee Do you ship abroad? 🙏',
    replies: 1,
    reposts: 0,
    likes: 4,
    bookmarks: 0,
    views: 320,
  },
  {
    ...asahi,
    verified: true,
    time: '2026-11-23T23:31:00.000Z',
    lang: 'ja',
    text: '@mira_holt 来月から台湾と香港へ送れます。',
    replies: 0,
    reposts: 0,
    likes: 11,
    bookmarks: 0,
    views: 280,
  },
  {
    ...wood,
    time: '2026-11-24T00:02:00.000Z',
    lang: 'ja',
    text: '木の計量さじ、お店に届けますね。',
    replies: 0,
    reposts: 0,
    likes: 6,
    bookmarks: 0,
    views: 150,
  },
];

/** The post that a detail page is about. */
export const focused = feed[0] as XPost;
