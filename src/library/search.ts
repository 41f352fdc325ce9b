import { fold } from '../i18n/fold.ts';
import { termsOf } from '../i18n/query.ts';
import { authorsOf, type Owners } from '../team/authors.ts';
import type { Verdict } from './decision.ts';
import type { LibraryItem } from './item.ts';
import { NO_WRITERS, type Writers } from './item-status.ts';
import { isIn, type State } from './workflow-state.ts';

/** A filter. Empty means any. */
export interface LibraryFilter {
  readonly words: string;
  readonly state: State | '';
  readonly tag: string;
  readonly channel: string;
  readonly language: string;
  readonly campaign: string;
  /** Id of a member who created it or edited it last. */
  readonly who: string;
}
export const EVERYTHING: LibraryFilter = {
  words: '',
  state: '',
  tag: '',
  channel: '',
  language: '',
  campaign: '',
  who: '',
};

/** An item with its folded search text. */
export interface Found {
  readonly item: LibraryItem;
  readonly verdict: Verdict;
  readonly haystack: string;
  readonly tags: string;
  readonly writers: Writers;
}

const made = new WeakMap<LibraryItem, Found>();

/** Prepares an item for searching. Unchanged items are not folded again. */
export function searchable(item: LibraryItem, verdict: Verdict, writers: Writers = NO_WRITERS): Found {
  const before = made.get(item);
  if (before?.verdict === verdict && isSame(before.writers, writers)) return before;
  const found = before ? { ...before, verdict, writers } : { ...foldedItem(item), verdict, writers };
  made.set(item, found);
  return found;
}

/** Lists of devices are the same objects until somebody writes. */
const isSame = (a: Writers, b: Writers) => a.item === b.item && a.verdict === b.verdict;

function foldedItem(item: LibraryItem) {
  const { title, versions, link, tags, campaign } = item;
  const texts = [title, ...versions.map(({ words }) => words), link, campaign, ...tags];
  return { item, haystack: fold(texts.join('\n')), tags: fold(tags.join('\n')) };
}

const hasAll = (item: LibraryItem, { channel, language, campaign }: LibraryFilter) =>
  (channel === '' || item.channels.includes(channel)) &&
  (language === '' || item.versions.some((version) => version.language === language)) &&
  (campaign === '' || item.campaign === campaign);

/** Whether somebody created an item or wrote its present content. */
const isBy = (who: string, { item }: Writers, owners: Owners): boolean => {
  if (who === '') return true;
  const { first, last } = authorsOf(item, owners);
  return first === who || last === who;
};

/** Compiles a filter for a day. Every term must occur, also inside a longer word; `tag:` searches tags. */
export function matching(
  filter: LibraryFilter,
  today: number,
  owners: Owners = new Map(),
): (found: Found) => boolean {
  const terms = termsOf(filter.words);
  const tag = fold(filter.tag);
  return ({ item, verdict, haystack, tags, writers }) =>
    isIn(filter.state, item, verdict, today) &&
    hasAll(item, filter) &&
    isBy(filter.who, writers, owners) &&
    (tag === '' || tags.split('\n').includes(tag)) &&
    terms.every(({ field, text }) => (field === 'tag' ? tags : haystack).includes(text));
}

export const SORTS = ['newest', 'title', 'validity'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Compares items for sorting; ties by id, so that every device agrees. `validity`: earliest end first, open
 * ends last. Declined items are behind all others.
 */
export function bySort(sort: Sort, language: string): (a: Found, b: Found) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const end = ({ item }: Found) => item.to || Number.POSITIVE_INFINITY;
  const first = (a: Found, b: Found) => {
    if (sort === 'title') return compare(a.item.title, b.item.title);
    if (sort === 'newest' || end(a) === end(b)) return b.item.at - a.item.at;
    return end(a) - end(b);
  };
  const behind = ({ verdict }: Found) => Number(verdict === 'declined');
  return (a, b) => behind(a) - behind(b) || first(a, b) || (a.item.id < b.item.id ? -1 : 1);
}
