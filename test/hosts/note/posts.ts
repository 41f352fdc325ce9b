/** Invented content of the stand-in for note. */
export interface Writing {
  readonly id: string;
  readonly by: { readonly account: string; readonly name: string };
  readonly title: string;
  /** As the site writes it: with Japan's offset. */
  readonly time: string;
  /** Paragraphs are parted by an empty line. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly eyecatch?: string;
  readonly picture?: { readonly name: string; readonly alt: string };
  readonly likes: number;
  /** In yen. What is behind the wall is not in the page. */
  readonly price?: number;
}

const midori = { account: 'midori_roasts', name: '朝日みどり｜自家焙煎' };
const nagi = { account: 'nagi_wood', name: '木工房なぎ🪵' };

export const writings: readonly Writing[] = [
  {
    id: 'n0a1b2c3d4e5f',
    by: midori,
    title: '深煎り「夕凪」ができるまで☕️',
    time: '2026-11-20T09:00:00+09:00',
    text: '三年かけて、やっと焼けました🌾\nくるみとキャラメルの香りです。\n\n焙煎の記録は https://asahi-coffee.example/yunagi に置きました。 #自家焙煎',
    tags: ['#自家焙煎', '#コーヒー', '#小さな店'],
    eyecatch: 'yunagi',
    picture: { name: 'curve', alt: '焙煎の温度の曲線' },
    likes: 1204,
  },
  {
    id: 'n9f8e7d6c5b4a',
    by: nagi,
    title: '計量さじの削り方、すべて',
    time: '2026-11-18T21:30:15+09:00',
    text: '木は、割ってから選びます。\n\nここから先は、道具の図面です。',
    tags: ['#木工'],
    eyecatch: 'spoon',
    likes: 87,
    price: 500,
  },
  {
    id: 'n1112131415161',
    by: midori,
    title: '店を閉めた日のこと',
    time: '2025-12-31T23:59:59+09:00',
    text: '雪でした。',
    tags: [],
    likes: 0,
  },
];

export const focused = writings[0] as Writing;
