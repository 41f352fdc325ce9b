import type { Author, PostKind } from '../post.ts';
import { aboutOf } from './about.ts';
import { countsOf } from './count-properties.ts';
import { type Facts, NOBODY } from './facts.ts';
import { kindOf } from './kinds.ts';
import { isRoot } from './page-address.ts';
import { mediaOf } from './pictures.ts';
import { type Item, isItem, textIn, type Value, valuesOf } from './schema-item.ts';
import { address, line, personName, when, words } from './values.ts';

/** Properties of the maker of a thing. */
const MAKERS: Readonly<Partial<Record<PostKind, readonly string[]>>> = {
  product: ['brand', 'manufacturer', 'author', 'creator'],
};
const WRITERS = ['author', 'creator', 'director', 'byArtist', 'hiringOrganization', 'organizer'];

/** Properties of a thing's text: the author's own words before descriptions. */
const OWN_WORDS = ['articleBody', 'text', 'description', 'headline'];
const ABOUT = ['description', 'abstract', 'articleBody', 'text', 'reviewBody', 'transcript'];

function handleOf(item: Item, url: string): string {
  const handle = [textIn(item, 'alternateName'), textIn(item, 'identifier')].find((one) =>
    /^@[\w.-]+$/.test(one),
  );
  return handle ?? /^https?:\/\/[^/]+\/(@[\w.-]+)\/?$/.exec(url)?.[1] ?? '';
}

function person(value: Value, base: string): Author {
  if (!isItem(value)) {
    // Some sites put an address where a name belongs.
    return /^https?:/i.test(value)
      ? { ...NOBODY, url: address(value, base) }
      : { ...NOBODY, name: personName(value) };
  }
  // An id with a fragment is local to the data, not a page.
  const url = address(textIn(value, 'url', 'sameAs') || (value.id.includes('#') ? '' : value.id), base);
  return {
    name: personName(textIn(value, 'name', 'legalName')),
    handle: line(handleOf(value, url), 300),
    url,
  };
}

/** The author; for several, all names with the first one's handle and address. */
function authorOf(item: Item, kind: PostKind, base: string): Author {
  if (kind === 'profile') return person(valuesOf(item, 'mainEntity').find(isItem) ?? item, base);
  const people = valuesOf(item, ...(MAKERS[kind] ?? WRITERS)).map((value) => person(value, base));
  const [first = NOBODY] = people;
  const names = new Set(people.map((one) => one.name).filter(Boolean));
  return { ...first, name: line([...names].slice(0, 10).join(', '), 300) };
}

/** Addresses by which a thing states its page. */
export function addressesOf(item: Item, base: string): string[] {
  const addresses = ['url', 'mainEntityOfPage'].flatMap((name) =>
    valuesOf(item, name).map((value) => (isItem(value) ? value.id || textIn(value, 'url') : value)),
  );
  return (
    [...addresses, item.id]
      .filter((text) => /^(?:https?:|\/)/i.test(text))
      // `https://a.example/story#article` is that page; `https://a.example/#/schema/person/1` is none.
      .map((text) => address(text.replace(/#.*$/s, ''), base))
      // Some sites name their home page in the data of each page.
      .filter((url) => url !== '' && (!isRoot(url) || isRoot(base)))
  );
}

/** Facts of a thing; null for a kind that is never the subject. */
export function factsOf(item: Item, base: string): Facts | null {
  const kind = kindOf(item.types)?.kind;
  if (!kind) return null;
  return {
    kind,
    title: line(textIn(item, 'headline', 'name', 'title', 'alternativeHeadline'), 1000),
    author: authorOf(item, kind, base),
    text: words(textIn(item, ...(kind === 'post' ? OWN_WORDS : ABOUT))),
    lang: line(textIn(item, 'inLanguage'), 40),
    ...when(textIn(item, 'datePublished', 'uploadDate', 'dateCreated')),
    media: mediaOf(item, base, kind === 'video'),
    counts: countsOf(item),
    about: aboutOf(item, kind),
  };
}
