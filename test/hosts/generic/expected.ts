/** What the generic reader has to find on each page of asahi-coffee.example. */
export interface ExpectedGeneric {
  readonly address: string;
  readonly url: string;
  readonly kind: 'article' | 'product' | 'page' | 'video';
  readonly title: string;
  readonly author: string;
  readonly text: string;
  readonly lang: string;
  readonly time: string | null;
  readonly media: readonly string[];
}

const HOST = 'https://asahi-coffee.example';

export const genericExpected = {
  article: {
    address: `${HOST}/yunagi?utm_source=newsletter#top`,
    url: `${HOST}/yunagi`,
    kind: 'article',
    title: '秋の深煎り「夕凪」',
    author: '朝日 みどり',
    text: 'くるみとカラメルの香り。神保町で試飲できます。',
    lang: 'ja',
    time: '2026-11-20T00:00:00.000Z',
    media: [`${HOST}/pictures/yunagi.png`],
  },
  product: {
    address: `${HOST}/beans/yunagi-200`,
    url: `${HOST}/beans/yunagi-200`,
    kind: 'product',
    title: '夕凪 200g',
    author: 'あさひ珈琲',
    text: '深煎りの豆。',
    lang: 'ja',
    time: null,
    media: [`${HOST}/pictures/beans.png`],
  },
  microdata: {
    address: `${HOST}/beans/mill`,
    url: `${HOST}/beans/mill`,
    kind: 'product',
    title: '手挽きミル',
    author: '木工房なぎ',
    text: '胡桃の木でできています。',
    lang: 'ja',
    time: null,
    media: [`${HOST}/pictures/mill.png`],
  },
  openGraph: {
    address: `${HOST}/visit`,
    url: `${HOST}/visit`,
    kind: 'page',
    title: 'Visit Asahi Coffee',
    author: '',
    text: 'Two minutes from the station.',
    lang: 'en',
    time: null,
    media: [`${HOST}/pictures/shop.png`],
  },
  plain: {
    address: `${HOST}/plain`,
    url: `${HOST}/plain`,
    kind: 'page',
    title: '手書きのページ',
    author: '',
    text: '',
    lang: 'ja',
    time: null,
    media: [],
  },
  /** After a press on #next: what the head says is of the page before. */
  stale: {
    address: `${HOST}/app`,
    url: `${HOST}/app/second`,
    kind: 'page',
    title: '二番目の記事 | あさひ珈琲',
    author: '',
    text: '',
    lang: 'ja',
    time: null,
    media: [],
  },
  /** Its oEmbed address is on the page's own host: /oembed. */
  oembed: {
    address: `${HOST}/film`,
    url: `${HOST}/film`,
    kind: 'page',
    title: 'The long proof',
    author: '',
    text: '',
    lang: 'en',
    time: null,
    media: [],
  },
} as const satisfies Readonly<Record<string, ExpectedGeneric>>;
