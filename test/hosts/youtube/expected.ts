import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn } from '../written.ts';
import {
  addressOf,
  type Channel,
  HOST,
  notice,
  type Remark,
  remarks,
  short,
  stillOf,
  type Video,
  videos,
  watched,
} from './posts.ts';

const by = (one: Channel) => ({
  name: one.name,
  handle: `@${one.handle}`,
  profile: `${HOST}/@${one.handle}`,
});
const none = { lang: '', quotes: null, answers: null } as const;
const still = (video: Video): Expected['media'] => [{ kind: 'video', url: stillOf(video), alt: '' }];

/** 132K says no more than thousands. */
const abbreviated = (count: number): number => (count < 1000 ? count : Math.floor(count / 100) * 100);
const listed = (video: Video): Expected => ({
  ...none,
  url: addressOf(video),
  kind: 'video',
  ...by(video),
  title: video.title,
  text: video.title,
  // A list says when only in words.
  time: null,
  links: [],
  media: still(video),
  counts: { views: abbreviated(video.views) },
});
/** On a shelf a short says neither its channel nor a count that has a place of its own. */
const shelved = (video: Video): Expected => ({
  ...listed(video),
  name: '',
  handle: '',
  profile: '',
  counts: {},
});

const whole = (video: Video): Expected => ({
  ...listed(video),
  text: video.text ?? video.title,
  time: video.time,
  links: linksIn(video.text ?? ''),
  counts: { views: video.views, likes: video.likes, replies: remarks.length + 1 },
});

function threaded(list: readonly Remark[], above: string): Expected[] {
  return list.flatMap((one) => {
    const url = `${addressOf(watched)}&lc=${one.id}`;
    return [
      {
        ...none,
        url,
        kind: 'comment' as const,
        ...by(one),
        // Comments show the handle for a name.
        name: `@${one.handle}`,
        text: one.text,
        time: null,
        links: [],
        media: [],
        counts: one.likes > 0 ? { likes: one.likes } : {},
        answers: above,
      },
      ...threaded(one.below ?? [], url),
    ];
  });
}

const said = threaded(remarks, addressOf(watched));
const beside = videos.slice(1).map(listed);
const watchPosts = [whole(watched), ...said, ...beside];

export const youtubeExpected = {
  feed: { address: `${HOST}/`, posts: [...videos.map(listed), shelved(short)], ads: 2 },
  detail: { address: addressOf(watched), posts: watchPosts, ads: 0 },
  feedOlder: { address: `${HOST}/?markup=older`, posts: videos.map(listed), ads: 0 },
  detailOlder: { address: `${addressOf(watched)}&markup=older`, posts: watchPosts, ads: 0 },
  short: {
    address: addressOf(short),
    posts: [
      {
        ...listed(short),
        name: `@${short.handle}`,
        time: short.time,
        counts: { likes: short.likes },
      },
    ],
    ads: 1,
  },
  notice: {
    address: `${HOST}/post/${notice.id}`,
    posts: [
      {
        ...none,
        url: `${HOST}/post/${notice.id}`,
        kind: 'post',
        ...by(notice),
        text: notice.text,
        time: null,
        links: linksIn(notice.text),
        media: [{ kind: 'image', url: notice.picture, alt: '' }],
        counts: { likes: notice.likes },
      },
    ],
    ads: 0,
  },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
