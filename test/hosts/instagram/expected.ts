import type { Expected, ExpectedPage } from '../expected.ts';
import { kindOf, longPathOf, pathOf, pictureOf, posterOf, remarkPath, shortcode } from './ids.ts';
import { feed, focused, type Gram, grid, type Remark, remarks } from './posts.ts';

const HOST = 'https://www.instagram.com';

const by = (account: string) => ({ name: account, handle: `@${account}`, profile: `${HOST}/${account}/` });

/** The first picture and its neighbour: no more of them are in the page. */
function mediaOf(gram: Gram): Expected['media'] {
  if (gram.video) return [{ kind: 'video', url: posterOf(gram.name), alt: '' }];
  const shown = [{ name: gram.name, alt: gram.alt ?? '' }, ...(gram.more ?? []).slice(0, 1)];
  return shown.map(({ name, alt }) => ({ kind: 'image', url: pictureOf(name), alt }));
}

const whole = (gram: Gram): Expected => ({
  url: `${HOST}/${kindOf(gram)}/${shortcode(gram)}/`,
  kind: 'post',
  ...by(gram.by),
  text: gram.text,
  lang: '',
  time: gram.time,
  links: [],
  media: mediaOf(gram),
  counts: gram.likes === undefined ? {} : { likes: gram.likes },
  quotes: null,
  answers: null,
});

/** A feed shows the beginning of longer words, and how many comments there are. */
const inFeed = (gram: Gram): Expected => {
  const signs = [...gram.text];
  const cut = gram.clamp !== undefined && signs.length > gram.clamp;
  const text = cut ? `${signs.slice(0, gram.clamp).join('')}…` : gram.text;
  const counts = { ...whole(gram).counts, ...(gram.comments > 0 && { replies: gram.comments }) };
  return { ...whole(gram), text, cut, counts };
};

const remark = (one: Remark, above: Remark | null): Expected => ({
  url: HOST + remarkPath(focused, one, above),
  kind: 'comment',
  ...by(one.by),
  text: one.text,
  lang: '',
  time: one.time,
  links: [],
  media: [],
  counts: {},
  quotes: null,
  answers: HOST + (above ? remarkPath(focused, above, null) : `/p/${shortcode(focused)}/`),
});

const below = remarks.flatMap((one) => [
  remark(one, null),
  ...(one.below ?? []).map((answer) => remark(answer, one)),
]);

/** A tile is a picture and an address; when it was made stands in its shortcode. */
const tile = (gram: Gram): Expected => ({
  ...whole(gram),
  text: '',
  media: [
    {
      kind: 'image',
      url: gram.video ? posterOf(gram.name) : pictureOf(gram.name),
      alt: gram.alt ?? '',
    },
  ],
  counts: {},
});

const posts = feed.filter((gram) => !gram.ad).map(inFeed);
const film = feed.find((gram) => gram.video) as Gram;
const tiles = grid.map(tile);

export const instagramExpected = {
  feed: { address: `${HOST}/`, posts, ads: 1 },
  detail: { address: HOST + pathOf(focused), posts: [whole(focused), ...below, ...tiles], ads: 0 },
  dialog: {
    address: `${HOST}${pathOf(focused)}?dialog=1`,
    posts: [...tiles, whole(focused), ...below],
    ads: 0,
  },
  grid: { address: `${HOST}/${focused.by}/`, posts: tiles, ads: 0 },
  reel: {
    address: `${HOST}/reels/${shortcode(film)}/`,
    posts: [{ ...whole(film), counts: {} }],
    ads: 0,
  },
  feedOlder: { address: `${HOST}/?markup=older`, posts, ads: 1 },
  detailOlder: {
    address: `${HOST}${longPathOf(focused)}?markup=older`,
    posts: [whole(focused), ...below],
    ads: 0,
  },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
