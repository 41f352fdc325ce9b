import type { Author, Media, PostKind } from '../post.ts';
import { aboutInMeta } from './about.ts';
import { type Facts, NOBODY } from './facts.ts';
import { type Meta, metaIn } from './meta.ts';
import { once } from './pictures.ts';
import { address, firstWhen, line, personName, side, words } from './values.ts';

const KINDS: readonly (readonly [RegExp, PostKind])[] = [
  [/^(?:article|blog|news)/, 'article'],
  [/^video/, 'video'],
  [/^(?:og:)?product/, 'product'],
  [/^profile/, 'profile'],
  [/./, 'page'],
];

const AUTHORS = [
  'author',
  'byl',
  'article:author',
  'og:article:author',
  'book:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'product:brand',
];
const TIMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'video:release_date',
  'og:video:release_date',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'date',
  'pubdate',
  'publish-date',
  'dc.date',
  'dcterms.created',
  'dc.date.issued',
];

function authorOf(meta: Meta, base: string): Author {
  const isAddress = (text: string) => /^(?:https?:)?\/\//i.test(text);
  const named = AUTHORS.map((name) => (meta.get(name) ?? []).filter((text) => !isAddress(text)));
  const names = new Set(named.find((values) => values.length > 0)?.map(personName));
  const url = AUTHORS.flatMap((name) => meta.get(name) ?? []).find(isAddress) ?? '';
  const creator = metaIn(meta, 'twitter:creator');
  const isOne = names.size <= 1;
  return {
    ...NOBODY,
    name: line([...names].slice(0, 10).join(', '), 300),
    handle: isOne && /^@\w+$/.test(creator) ? creator : '',
    url: isOne ? address(url, base) : '',
  };
}

/** The pictures in order; size and description belong to the first one. */
function mediaOf(meta: Meta, base: string): Media[] {
  const named = ['og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image', 'twitter:image:src'];
  const urls = named
    .map((name) => meta.get(name) ?? [])
    .find((values) => values.some((one) => address(one, base)));
  return once(
    (urls ?? []).map((one, at) => {
      const url = address(one, base);
      if (!url) return null;
      const firstOnly = (name: string) => (at === 0 ? metaIn(meta, name) : '');
      return {
        kind: 'image',
        url,
        alt: line(firstOnly('og:image:alt') || firstOnly('twitter:image:alt'), 4000),
        width: side(firstOnly('og:image:width')),
        height: side(firstOnly('og:image:height')),
      };
    }),
  );
}

/** Facts of Open Graph, Twitter cards and older `meta` names. */
export function openGraph(meta: Meta, base: string): Facts {
  const type = metaIn(meta, 'og:type').toLowerCase();
  return {
    kind: KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null,
    title: line(metaIn(meta, 'og:title', 'twitter:title'), 1000),
    author: authorOf(meta, base),
    text: words(metaIn(meta, 'og:description', 'twitter:description', 'description')),
    lang: line(metaIn(meta, 'og:locale').replace('_', '-'), 40),
    ...firstWhen(TIMES.flatMap((name) => meta.get(name) ?? [])),
    media: mediaOf(meta, base),
    counts: {},
    about: aboutInMeta(meta),
  };
}
