import type { Author, PostKind } from '../post.ts';
import { aboutOf } from './about.ts';
import { countsOf } from './count-properties.ts';
import { type Facts, NOBODY } from './facts.ts';
import { kindOf } from './kinds.ts';
import { isRoot } from './page-address.ts';
import { mediaOf } from './pictures.ts';
import { type Item, isItem, textIn, type Value, valuesOf } from './schema-item.ts';
import { address, line, personName, when, words } from './values.ts';

/** Under which names the maker of a thing stands. */
const MAKERS: Readonly<Partial<Record<PostKind, readonly string[]>>> = {
  product: ['brand', 'manufacturer', 'author', 'creator'],
};
const WRITERS = ['author', 'creator', 'director', 'byArtist', 'hiringOrganization', 'organizer'];

/** Under which names the words of a thing stand, a writer's own before what is said of them. */
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
    // Some give an address where a name belongs.
    return /^https?:/i.test(value)
      ? { ...NOBODY, url: address(value, base) }
      : { ...NOBODY, name: personName(value) };
  }
  // An id with a fragment is a name within the data and leads to no page of theirs.
  const url = address(textIn(value, 'url', 'sameAs') || (value.id.includes('#') ? '' : value.id), base);
  return {
    name: personName(textIn(value, 'name', 'legalName')),
    handle: line(handleOf(value, url), 300),
    url,
  };
}

/** One author; of several, all names, with the first one's handle and address. */
function authorOf(item: Item, kind: PostKind, base: string): Author {
  if (kind === 'profile') return person(valuesOf(item, 'mainEntity').find(isItem) ?? item, base);
  const people = valuesOf(item, ...(MAKERS[kind] ?? WRITERS)).map((value) => person(value, base));
  const [first = NOBODY] = people;
  const names = new Set(people.map((one) => one.name).filter(Boolean));
  return { ...first, name: line([...names].slice(0, 10).join(', '), 300) };
}

/** The addresses by which a thing says which page it is of. */
export function addressesOf(item: Item, base: string): string[] {
  const addresses = ['url', 'mainEntityOfPage'].flatMap((name) =>
    valuesOf(item, name).map((value) => (isItem(value) ? value.id || textIn(value, 'url') : value)),
  );
  return (
    [...addresses, item.id]
      .filter((text) => /^(?:https?:|\/)/i.test(text))
      // `https://a.example/story#article`: of that page; `https://a.example/#/schema/person/1` is of none.
      .map((text) => address(text.replace(/#.*$/s, ''), base))
      // Some name the front page of their site in the data of each page.
      .filter((url) => url !== '' && (!isRoot(url) || isRoot(base)))
  );
}

/** What a thing's data says, or null where it is none that a page is about. */
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
