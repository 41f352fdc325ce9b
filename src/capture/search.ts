import { fold } from '../i18n/fold.ts';
import { type Term, termsOf } from '../i18n/query.ts';
import { type Recorded, type Standing, standingOf } from './rights/standing.ts';

/** What is looked for. Empty and false: no matter. */
export interface CaptureFilter {
  readonly words: string;
  readonly site: string;
  readonly tag: string;
  /** Id of a collection. */
  readonly collection: string;
  readonly rights: Standing | '';
  /** Only what was not read whole. */
  readonly partial: boolean;
}
export const EVERYTHING: CaptureFilter = {
  words: '',
  site: '',
  tag: '',
  collection: '',
  rights: '',
  partial: false,
};

/** What a search looks at. All but `site`, `tags` and `collections` is folded. */
export interface Searched {
  readonly hay: string;
  readonly site: string;
  /** The site by every name it has. */
  readonly place: string;
  /** The author by name and account. */
  readonly by: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly rights: Recorded;
  readonly until: number | null;
  readonly partial: boolean;
}

/** Whether a filter leaves everything. Spaces alone are no words. */
export function isEverything({ words, site, tag, collection, rights, partial }: CaptureFilter): boolean {
  return !partial && [words.trim(), site, tag, collection, rights].every((part) => part === '');
}

const foldedTags = new Map<string, string>();

/** Tags are few and stand on many posts: each is folded once. */
function foldTag(tag: string): string {
  const known = foldedTags.get(tag);
  if (known !== undefined) return known;
  if (foldedTags.size >= 5000) foldedTags.clear();
  const folded = fold(tag);
  foldedTags.set(tag, folded);
  return folded;
}

const PLACED: Record<Term['place'], (searched: Searched, text: string) => boolean> = {
  any: ({ hay }, text) => hay.includes(text),
  tag: ({ tags }, text) => tags.some((tag) => foldTag(tag).includes(text)),
  site: ({ place }, text) => place.includes(text),
  from: ({ by }, text) => by.includes(text),
  note: ({ note }, text) => note.includes(text),
};

/** A filter as a test at a moment (UTC ms). Every word has to stand in its place, also inside a longer word. */
export function matching(filter: CaptureFilter, now = Date.now()): (searched: Searched) => boolean {
  const terms = termsOf(filter.words);
  const tag = fold(filter.tag);
  return (searched) =>
    (filter.site === '' || searched.site === filter.site) &&
    (filter.collection === '' || searched.collections.includes(filter.collection)) &&
    (tag === '' || searched.tags.some((own) => foldTag(own) === tag)) &&
    (filter.rights === '' || standingOf(searched.rights, searched.until, now) === filter.rights) &&
    (!filter.partial || searched.partial) &&
    terms.every(({ place, text }) => PLACED[place](searched, text));
}

/** Values with how often they stand, most often first, then by name. */
export function counted(values: Iterable<string>): { value: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
