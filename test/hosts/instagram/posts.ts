/** Invented content of the stand-in for Instagram. */
export interface Gram {
  readonly by: string;
  /** Of the picture's file. */
  readonly name: string;
  readonly time: string;
  readonly text: string;
  readonly alt?: string;
  /** Further pictures, of which only the neighbour of the first one is in the page. */
  readonly more?: readonly { readonly name: string; readonly alt: string }[];
  readonly video?: true;
  /** A track that the reel is set to, whose page has an address much like a reel's. */
  readonly track?: string;
  readonly place?: string;
  readonly likes?: number;
  readonly comments: number;
  /** The feed shows only so many characters of the words. */
  readonly clamp?: number;
  readonly ad?: true;
}

export interface Remark {
  readonly id: string;
  readonly by: string;
  readonly time: string;
  readonly text: string;
  readonly below?: readonly Remark[];
}

export const feed: readonly Gram[] = [
  {
    by: 'midori.roasts',
    name: '471200001_yunagi',
    time: '2026-11-23T10:00:00.000Z',
    text: '夕凪、焼き上がりました☕️🌾\n\nくるみとキャラメル、焦げた味はしません。 @harbour.mill のライ麦パンとどうぞ。\n#深煎り #自家焙煎',
    alt: '木の机の上のコーヒー豆の袋。',
    place: '鎌倉',
    likes: 1482,
    comments: 3,
    clamp: 14,
  },
  {
    by: 'raku_kaikei',
    name: '471200002_ad',
    time: '2026-11-23T09:00:00.000Z',
    text: '請求書を三秒で。',
    comments: 0,
    ad: true,
  },
  {
    by: 'harbour.mill',
    name: '471200003_rye',
    time: '2026-11-22T08:30:15.000Z',
    text: 'Rye and dark roast, a Saturday 📷 Three steps, swipe →',
    alt: 'A loaf and a cup on a windowsill.',
    more: [
      { name: '471200004_rye', alt: 'The dough before it is folded.' },
      { name: '471200005_rye', alt: 'Flour on a board.' },
    ],
    likes: 311,
    comments: 18,
  },
  {
    by: 'xiaoman_tea',
    name: '471200006_guihua',
    time: '2026-11-21T04:00:00.000Z',
    text: '桂花茶的做法🍵 三分钟就好。',
    video: true,
    track: '桂花落',
    likes: 25_000,
    comments: 0,
  },
  {
    by: 'nagi_wood',
    name: '471200007_spoon',
    time: '2026-11-20T23:59:59.000Z',
    text: '',
    alt: '削りかけの計量さじ。',
    comments: 0,
  },
];

export const focused = feed[0] as Gram;

/** What the author's page and a post's page show below. */
export const grid: readonly Gram[] = [
  {
    by: 'midori.roasts',
    name: '471100001_asa',
    time: '2026-10-30T01:00:00.000Z',
    text: '',
    alt: '朝の焙煎機。',
    comments: 0,
  },
  {
    by: 'midori.roasts',
    name: '471100002_mise',
    time: '2026-10-12T05:20:00.000Z',
    text: '',
    alt: '店の看板。',
    video: true,
    comments: 0,
  },
];

export const remarks: readonly Remark[] = [
  {
    id: '17900000000000001',
    by: 'harbour.mill',
    time: '2026-11-23T10:30:00.000Z',
    text: 'How long was the development?\nOurs goes flat after twelve 😅',
    below: [
      {
        id: '17900000000000002',
        by: 'midori.roasts',
        time: '2026-11-23T11:00:00.000Z',
        text: '@harbour.mill 一分四十秒です。',
      },
    ],
  },
  {
    id: '17900000000000003',
    by: 'xiaoman_tea',
    time: '2026-11-23T12:00:00.000Z',
    text: '有桂花香吗?',
  },
];
