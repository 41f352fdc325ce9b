import type { Person, Picture } from '../written.ts';

export interface Toot extends Person {
  readonly time: string;
  /** Empty: the server knows none. */
  readonly lang: string;
  /** Paragraphs are parted by an empty line. */
  readonly text: string;
  readonly warning?: string;
  readonly replies: number;
  readonly reblogs: number;
  readonly favourites: number;
  readonly media?: readonly Picture[];
  readonly boostedBy?: string;
  readonly quote?: Toot;
  readonly card?: { readonly to: string; readonly title: string };
  readonly answers?: string;
}

// A handle with a host is somebody of another server.
const midori: Person = { name: 'みどり :asahi:', handle: 'midori' };
const finn: Person = { name: 'Finn at Harbour Mill', handle: 'finn@social.example' };
const lin: Person = { name: '林小满', handle: 'lin@guan.example' };

const peel: Toot = {
  ...lin,
  time: '2026-11-22T03:00:00.000Z',
  lang: 'zh-CN',
  text: '木铲做好了,明天寄出。',
  replies: 0,
  reblogs: 0,
  favourites: 2,
};

export const timeline: readonly Toot[] = [
  {
    ...midori,
    time: '2026-11-23T22:00:00.000Z',
    lang: 'ja',
    text: '焙煎室から、おはようございます☕\n今朝は窓が曇っています。\n\n夕凪の試飲は土曜からです: https://asahi-coffee.example/yunagi',
    replies: 2,
    reblogs: 14,
    favourites: 51,
  },
  {
    ...finn,
    time: '2026-11-23T20:30:00.000Z',
    lang: 'en',
    text: 'Rye number two is out of the oven. @midori asked for the crumb, so here it is. #bread',
    replies: 0,
    reblogs: 3,
    favourites: 20,
    media: [
      { kind: 'image', name: '1120/original/crumb.png', alt: 'The open crumb of a rye loaf' },
      { kind: 'image', name: '1121/original/oven.png', alt: '' },
    ],
  },
  {
    ...lin,
    boostedBy: 'みどり',
    time: '2026-11-23T10:05:00.000Z',
    lang: 'zh-CN',
    text: '桂花茶的做法写好了。\n慢慢来。',
    replies: 1,
    reblogs: 5,
    favourites: 9,
    card: { to: 'https://guan.example/guihua', title: '桂花茶的做法' },
  },
  {
    ...finn,
    time: '2026-11-22T18:00:00.000Z',
    lang: 'en',
    warning: 'Food, and a burnt one',
    text: 'The first tray went black. It happens.',
    replies: 0,
    reblogs: 0,
    favourites: 4,
  },
  {
    ...midori,
    time: '2026-11-22T08:00:00.000Z',
    lang: '',
    text: '届くのが楽しみです。',
    replies: 0,
    reblogs: 0,
    favourites: 3,
    quote: peel,
  },
  {
    ...midori,
    time: '2026-11-21T23:00:00.000Z',
    lang: 'ja',
    text: '袋詰めの様子です。',
    replies: 0,
    reblogs: 1,
    favourites: 12,
    media: [{ kind: 'video', name: '1122/small/bags.png', alt: '' }],
  },
];

/** A thread: what came before, the post itself, what came after. */
const opening: Toot = {
  ...finn,
  time: '2026-11-20T09:00:00.000Z',
  lang: 'en',
  text: 'Which grind do you take for the long brew?',
  replies: 1,
  reblogs: 0,
  favourites: 5,
};

export const focused: Toot = {
  ...midori,
  time: '2026-11-20T09:40:00.000Z',
  lang: 'ja',
  text: '@finn@social.example 中挽きです。\n\n水は92度、待つのは四分。',
  replies: 2,
  reblogs: 1250,
  favourites: 3817,
  media: [{ kind: 'image', name: '1123/original/grind.png', alt: '挽いた粉' }],
};

export const thread = {
  before: [opening],
  after: [
    {
      ...finn,
      time: '2026-11-20T09:55:00.000Z',
      lang: 'en',
      text: '@midori Four minutes! I was at two.',
      replies: 0,
      reblogs: 0,
      favourites: 6,
    },
    {
      ...lin,
      time: '2026-11-20T10:20:00.000Z',
      lang: 'zh-CN',
      text: '@midori 记下了🙏',
      replies: 0,
      reblogs: 0,
      favourites: 1,
    },
  ] satisfies Toot[] as readonly Toot[],
} as const;
