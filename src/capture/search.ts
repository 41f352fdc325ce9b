import * as z from 'zod/mini';
import { fold } from '../i18n/fold.ts';
import { type Term, termsOf } from '../i18n/query.ts';
import { PERMISSION_STATUSES, permissionStatusOf, type Recorded } from './rights/permission-status.ts';

const text = z.string().check(z.maxLength(1000));
/** Whole days since 1970-01-01; 0 for open. */
const day = z._default(z.int().check(z.nonnegative()), 0);

/** A filter. Empty, zero and false mean any. */
export const CaptureFilter = z.object({
  words: text,
  site: text,
  tag: text,
  /** Id of a collection. */
  collection: text,
  rights: z.enum([...PERMISSION_STATUSES, '']),
  /** Only incomplete captures. */
  partial: z.boolean(),
  /** First and last day of posting. */
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

/** The searchable fields of a capture. All but `site`, `tags` and `collections` are folded. */
export interface Searched {
  readonly hay: string;
  readonly site: string;
  /** All names of the site. */
  readonly place: string;
  /** Name and handle of the author. */
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

/** Number of active filters, not counting the text. */
export function choicesIn({ site, tag, collection, rights, partial, from, to }: CaptureFilter): number {
  const chosen = [site, tag, collection, rights].filter((part) => part !== '').length;
  return chosen + (partial ? 1 : 0) + (from + to > 0 ? 1 : 0);
}

/** Whether a filter matches everything. A text of spaces matches everything. */
export const isEverything = (filter: CaptureFilter): boolean =>
  filter.words.trim() === '' && choicesIn(filter) === 0;

/** Whether a post lies within the days; one without a day does not. */
function isWithin(posted: number | null, { from, to }: CaptureFilter): boolean {
  if (from + to === 0) return true;
  return posted !== null && posted >= from && (to === 0 || posted <= to);
}

const foldedTags = new Map<string, string>();

/** Few tags occur on many captures: each is folded once. */
function foldTag(tag: string): string {
  const known = foldedTags.get(tag);
  if (known !== undefined) return known;
  if (foldedTags.size >= 5000) foldedTags.clear();
  const folded = fold(tag);
  foldedTags.set(tag, folded);
  return folded;
}

const MATCHES: Record<Term['field'], (searched: Searched, text: string) => boolean> = {
  any: ({ hay }, text) => hay.includes(text),
  tag: ({ tags }, text) => tags.some((tag) => foldTag(tag).includes(text)),
  site: ({ place }, text) => place.includes(text),
  from: ({ by }, text) => by.includes(text),
  note: ({ note }, text) => note.includes(text),
};

/** Compiles a filter at a moment (UTC ms). Every term must occur in its field, also inside a longer word. */
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
    terms.every(({ field, text }) => MATCHES[field](searched, text));
}

/** Values with their number of occurrences, most frequent first, then by name. */
export function counted(values: Iterable<string>): { value: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
