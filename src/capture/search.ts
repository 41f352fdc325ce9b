import * as z from 'zod/mini';
import { fold } from '../i18n/fold.ts';
import { type Term, termsOf } from '../i18n/query.ts';
import { PERMISSION_STATUSES, permissionStatusOf, type Recorded } from './rights/permission-status.ts';

const text = z.string().check(z.maxLength(1000));
/** Whole days since 1970-01-01; 0: open. */
const day = z._default(z.int().check(z.nonnegative()), 0);

/** What is looked for. Empty, zero and false: no matter. */
export const CaptureFilter = z.object({
  words: text,
  site: text,
  tag: text,
  /** Id of a collection. */
  collection: text,
  rights: z.enum([...PERMISSION_STATUSES, '']),
  /** Only what was not read whole. */
  partial: z.boolean(),
  /** First and last day on which it was posted. */
  from: day,
  to: day,
});
export type CaptureFilter = Readonly<z.infer<typeof CaptureFilter>>;
export const EVERYTHING: CaptureFilter = {
  words: '',
  site: '',
  tag: '',
  collection: '',
  rights: '',
  partial: false,
  from: 0,
  to: 0,
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
  /** The day it was posted, whole days since 1970-01-01; null where that is not known. */
  readonly posted: number | null;
}

/** How many kinds of choice a filter makes, the words apart. */
export function choicesIn({ site, tag, collection, rights, partial, from, to }: CaptureFilter): number {
  const chosen = [site, tag, collection, rights].filter((part) => part !== '').length;
  return chosen + (partial ? 1 : 0) + (from + to > 0 ? 1 : 0);
}

/** Whether a filter leaves everything. Spaces alone are no words. */
export const isEverything = (filter: CaptureFilter): boolean =>
  filter.words.trim() === '' && choicesIn(filter) === 0;

/** Whether something was posted within days; what has no day was not. */
function isWithin(posted: number | null, { from, to }: CaptureFilter): boolean {
  if (from + to === 0) return true;
  return posted !== null && posted >= from && (to === 0 || posted <= to);
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
    (filter.rights === '' || permissionStatusOf(searched.rights, searched.until, now) === filter.rights) &&
    (!filter.partial || searched.partial) &&
    isWithin(searched.posted, filter) &&
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
