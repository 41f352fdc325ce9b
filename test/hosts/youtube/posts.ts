export interface Channel {
  readonly name: string;
  readonly handle: string;
}

export interface Video extends Channel {
  /** Eleven signs, as the site has them. */
  readonly id: string;
  readonly title: string;
  /** Absent where only a list shows it. */
  readonly text?: string;
  /** When it was published, which the player alone knows. */
  readonly time: string;
  readonly views: number;
  readonly likes: number;
  readonly short?: true;
}

export interface Remark extends Channel {
  readonly id: string;
  readonly text: string;
  readonly likes: number;
  readonly below?: readonly Remark[];
}

export interface Notice extends Channel {
  readonly id: string;
  readonly text: string;
  readonly likes: number;
  readonly picture: string;
}

const asahi: Channel = { name: 'あさひ珈琲', handle: 'asahi_coffee' };
const mill: Channel = { name: 'Harbour Mill Bakery', handle: 'harbour.mill' };
const wood: Channel = { name: '木工房なぎ', handle: 'nagi-wood' };
const tea: Channel = { name: '青山茶铺', handle: 'qingshan_tea' };

export const videos: readonly Video[] = [
  {
    ...asahi,
    id: 'yunagi_-001',
    title: '秋の深煎り「夕凪」ができるまで ☕',
    text: '焙煎から試飲まで、ひと月の記録です☕\n\n豆はこちら: https://asahi-coffee.example/yunagi?roast=dark\n#深煎り',
    time: '2026-11-20T09:00:00.000Z',
    views: 132044,
    likes: 2310,
  },
  {
    ...mill,
    id: 'RyeLoaf00-2',
    title: 'Rye with a long, cold proof 🥖',
    time: '2026-11-18T16:30:00.000Z',
    views: 4100,
    likes: 310,
  },
  {
    ...wood,
    id: 'spoon__0003',
    title: '計量さじを削る音',
    time: '2026-11-11T03:00:00.000Z',
    views: 980,
    likes: 77,
  },
];
export const short: Video = {
  ...tea,
  id: 'guihua-short'.slice(0, 11),
  title: '桂花茶,三十秒',
  time: '2026-11-10T03:00:00.000Z',
  views: 1200,
  likes: 1204,
  short: true,
};
export const watched = videos[0] as Video;

export const remarks: readonly Remark[] = [
  {
    ...mill,
    id: 'UgxAb-cdEFghIJ_klMN4AaABAg',
    text: 'How long was the development? 🥖\n1:20 looks early.',
    likes: 42,
    below: [
      { ...asahi, id: 'UgxAb-cdEFghIJ_klMN4AaABAg.A1bC-dE2fG3hI4', text: '一分四十秒です。', likes: 15 },
    ],
  },
  { ...tea, id: 'UgwZy-xwVUtsRQ_poNM4AaABAg', text: '有桂花香吗?', likes: 0 },
];

export const notice: Notice = {
  ...asahi,
  id: 'UgkxAsahi-notice_2026abcdefghijkl',
  text: '明日の配信は21時からです☕\n質問をどうぞ: https://asahi-coffee.example/live',
  likes: 97,
  picture: 'https://yt3.ggpht.com/asahi-live.png',
};

export const HOST = 'https://www.youtube.com';
export const addressOf = (video: Video): string =>
  video.short ? `${HOST}/shorts/${video.id}` : `${HOST}/watch?v=${video.id}`;
export const stillOf = (video: Video): string => `https://i.ytimg.com/vi/${video.id}/hqdefault.jpg`;
