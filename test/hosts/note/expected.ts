import type { Expected, ExpectedPage } from '../expected.ts';
import { linksIn } from '../written.ts';
import { eyecatchOf, pathOf, pictureOf } from './ids.ts';
import { beginning } from './parts.ts';
import { focused, type Writing, writings } from './posts.ts';

const HOST = 'https://note.com';

const picture = (url: string, alt: string) => ({ kind: 'image' as const, url, alt });

const listed = (one: Writing): Expected => ({
  url: HOST + pathOf(one),
  kind: 'article',
  name: one.by.name,
  handle: `@${one.by.account}`,
  profile: `${HOST}/${one.by.account}`,
  title: one.title,
  text: beginning(one),
  cut: true,
  lang: '',
  time: new Date(one.time).toISOString(),
  links: [],
  media: one.eyecatch ? [picture(eyecatchOf(one.eyecatch), '見出し画像')] : [],
  counts: one.likes > 0 ? { likes: one.likes } : {},
  quotes: null,
  answers: null,
});

const paid = writings[1] as Writing;

/** A list that shows the title alone. */
const titled = (one: Writing): Expected => ({ ...listed(one), text: one.title });

function whole(one: Writing): Expected {
  const apart = one.tags.filter((tag) => !one.text.includes(tag));
  return {
    ...listed(one),
    cut: one === paid,
    text: [one.text, apart.join(' ')].filter((part) => part !== '').join('\n\n'),
    links: linksIn(one.text),
    media: [
      ...listed(one).media,
      ...(one.picture ? [picture(pictureOf(one.picture.name), one.picture.alt)] : []),
    ],
  };
}

/** What an article recommends: the first other one. */
const beside = (one: Writing): Expected => titled(one === focused ? paid : focused);

export const noteExpected = {
  feed: { address: `${HOST}/`, posts: writings.map(listed), ads: 0 },
  detail: { address: HOST + pathOf(focused), posts: [whole(focused), beside(focused)], ads: 0 },
  paid: { address: HOST + pathOf(paid), posts: [whole(paid), beside(paid)], ads: 0 },
  magazine: {
    address: `${HOST}/${focused.by.account}/m/m0123456789ab`,
    posts: writings.map(listed),
    ads: 0,
  },
  feedRedrawn: { address: `${HOST}/?markup=redrawn`, posts: writings.map(titled), ads: 0 },
  feedOlder: { address: `${HOST}/?markup=older`, posts: writings.map(titled), ads: 0 },
  detailOlder: {
    address: `${HOST}${pathOf(focused)}?markup=older`,
    posts: [whole(focused), beside(focused)],
    ads: 0,
  },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
