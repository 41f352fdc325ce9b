import type { Person, Picture } from '../written.ts';

export interface Skeet extends Person {
  readonly time: string;
  readonly text: string;
  readonly replies: number;
  readonly reposts: number;
  readonly likes: number;
  readonly media?: readonly Picture[];
  readonly repostedBy?: Person;
  readonly answersTo?: Person;
  readonly quote?: Skeet;
  readonly card?: { readonly to: string; readonly title: string };
}

const asahi: Person = { name: 'あさひ珈琲', handle: 'asahi-coffee.example' };
const mill: Person = { name: 'Harbour Mill Bakery', handle: 'harbour-mill.bsky.social' };
const lin: Person = { name: '林小满 ☕', handle: 'xiaoman.bsky.social' };
const nagi: Person = { name: '木工房なぎ', handle: 'nagi.bsky.social' };

const peel: Skeet = {
  ...nagi,
  time: '2026-11-21T06:00:00.120Z',
  text: 'パン用の木べら、三本できました。',
  replies: 0,
  reposts: 0,
  likes: 4,
};

export const feed: readonly Skeet[] = [
  {
    ...asahi,
    time: '2026-11-23T23:12:00.004Z',
    text: '秋の深煎り「夕凪」ができました。\n今週末は神保町で試飲できます☕ https://asahi-coffee.example/yunagi',
    replies: 4,
    reposts: 21,
    likes: 3817,
    media: [{ kind: 'image', name: 'bafkyunagi1', alt: '湯気の立つ深煎りコーヒー' }],
  },
  {
    ...mill,
    repostedBy: asahi,
    time: '2026-11-23T19:00:30.500Z',
    text: 'Seven minutes of bread. Thank you @nagi.bsky.social for the peel. #breadclub',
    replies: 0,
    reposts: 0,
    likes: 12,
    media: [{ kind: 'video', name: 'bafkbread2', alt: '' }],
  },
  {
    ...lin,
    answersTo: mill,
    time: '2026-11-23T12:00:00.000Z',
    text: '面包真香。\n下次带茶来。',
    replies: 1,
    reposts: 0,
    likes: 3,
  },
  {
    ...mill,
    time: '2026-11-22T10:15:00.999Z',
    text: 'Look what came in the post.',
    replies: 0,
    reposts: 1,
    likes: 40,
    quote: peel,
  },
  {
    ...lin,
    time: '2026-11-21T22:22:22.222Z',
    text: '慢茶的做法。',
    replies: 0,
    reposts: 2,
    likes: 9,
    card: { to: 'https://guan.example/guihua', title: '桂花茶的做法' },
  },
  {
    ...nagi,
    time: '2026-11-20T05:00:00.000Z',
    text: '',
    replies: 0,
    reposts: 0,
    likes: 17,
    media: [
      { kind: 'image', name: 'bafkspoon3', alt: '計量さじ' },
      { kind: 'image', name: 'bafkspoon4', alt: '' },
    ],
  },
];

export const focused = feed[0] as Skeet;

export const answers: readonly Skeet[] = [
  {
    ...mill,
    time: '2026-11-23T23:40:00.000Z',
    text: 'Saving a table for Saturday. Does it go with rye?',
    replies: 1,
    reposts: 0,
    likes: 5,
  },
  {
    ...asahi,
    time: '2026-11-23T23:52:00.000Z',
    text: 'とても合います。焼きたてを持ってきてください。',
    replies: 0,
    reposts: 0,
    likes: 8,
  },
];
