export interface Submission {
  readonly id: string;
  readonly author: string;
  readonly title: string;
  readonly time: string;
  /** Paragraphs are parted by an empty line. */
  readonly text?: string;
  readonly link?: string;
  readonly image?: { readonly name: string; readonly alt: string };
  readonly video?: string;
  readonly score: number;
  readonly comments: number;
  readonly promoted?: 'element' | 'attribute';
}

export interface Remark {
  readonly id: string;
  readonly author: string;
  readonly time: string;
  readonly text: string;
  readonly score: number;
  readonly below?: readonly Remark[];
}

export const SUB = 'smallroasters';

export const listing: readonly Submission[] = [
  {
    id: '1yunagi',
    author: 'midori_roasts',
    title: 'We finally got the autumn dark roast right',
    time: '2026-11-23T10:00:00.000Z',
    text: 'Walnut and caramel, and no ash.\n\nNotes and the whole curve: https://asahi-coffee.example/yunagi',
    score: 1482,
    comments: 3,
  },
  {
    id: '1adone',
    author: 'raku_kaikei',
    title: '請求書を三秒で。',
    time: '2026-11-22T10:00:00.000Z',
    score: 0,
    comments: 0,
    promoted: 'element',
  },
  {
    id: '1loaves',
    author: 'harbour-mill',
    title: 'Rye and dark roast, a Saturday 📷',
    time: '2026-11-22T08:30:15.250Z',
    image: { name: 'ryeandroast.png', alt: 'A loaf and a cup' },
    score: 311,
    comments: 18,
  },
  {
    id: '1guihua',
    author: 'xiaoman_tea',
    title: '桂花茶的做法',
    time: '2026-11-21T04:00:00.000Z',
    link: 'https://guan.example/guihua?step=2',
    score: 42,
    comments: 0,
  },
  {
    id: '1adtwo',
    author: 'another_ad',
    title: 'Beans by the truck',
    time: '2026-11-21T02:00:00.000Z',
    score: 1,
    comments: 0,
    promoted: 'attribute',
  },
  {
    id: '1planes',
    author: 'nagi_wood',
    title: '計量さじを削る音',
    time: '2026-11-20T23:59:59.000Z',
    video: 'spoonfilm',
    score: 77,
    comments: 5,
  },
];

export const focused = listing[0] as Submission;

export const remarks: readonly Remark[] = [
  {
    id: 'c1aaaa',
    author: 'harbour-mill',
    time: '2026-11-23T10:30:00.000Z',
    text: 'How long was the development?\n\nOurs goes *flat* after twelve.',
    score: 42,
    below: [
      {
        id: 'c2bbbb',
        author: 'midori_roasts',
        time: '2026-11-23T11:00:00.000Z',
        text: '一分四十秒です。',
        score: 15,
        below: [
          {
            id: 'c3cccc',
            author: 'harbour-mill',
            time: '2026-11-23T11:30:00.000Z',
            text: 'Thank you! See https://harbour-mill.example/rye for what it went with.',
            score: 8,
          },
        ],
      },
    ],
  },
  {
    id: 'c4dddd',
    author: 'xiaoman_tea',
    time: '2026-11-23T12:00:00.000Z',
    text: '有桂花香吗?',
    score: -2,
  },
];
