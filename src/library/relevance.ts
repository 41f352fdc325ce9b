import { fold } from '../i18n/fold.ts';
import { samePage } from '../post/canonical.ts';
import type { Found } from './search.ts';
import { isValid } from './workflow-state.ts';

/** The page in front of the person. */
export interface PageHere {
  readonly url: string;
  readonly title: string;
}

const MOST_WORDS = 20;

/** A page's host without `www.`; empty for an invalid address. */
export const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '');

/**
 * Words of a title that can distinguish it: two characters or more; Japanese and Chinese segmented by the
 * browser.
 */
export function wordsOf(title: string): string[] {
  const parts = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(fold(title));
  const words = [...parts].filter((part) => part.isWordLike).map((part) => part.segment);
  return [...new Set(words.filter((word) => word.length > 1))].slice(0, MOST_WORDS);
}

/** How relevant an item is to a page; 0 for not at all. Same page beats same host beats shared words. */
function relevanceOf(
  { item, haystack, tags }: Found,
  { url }: PageHere,
  host: string,
  words: readonly string[],
): number {
  if (item.link !== '' && samePage(item.link, url)) return 1000;
  const shared = words.filter((word) => haystack.includes(word)).length;
  const tagged = words.filter((word) => tags.split('\n').includes(word)).length;
  const here = host !== '' && hostOf(item.link) === host ? 100 : 0;
  // A single shared word is chance, unless it is a tag.
  return here + (shared > 1 || tagged > 0 ? shared + tagged * 5 : 0);
}

/** The items most relevant to a page, best first, without declined, trashed or currently invalid ones. */
export function relevantItems(all: readonly Found[], page: PageHere, today: number, most = 5): Found[] {
  const [host, words] = [hostOf(page.url), wordsOf(page.title)];
  return all
    .filter(({ item, verdict }) => item.trashed === 0 && verdict !== 'declined' && isValid(item, today))
    .map((found) => ({ found, fit: relevanceOf(found, page, host, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.found.item.at - a.found.item.at)
    .slice(0, most)
    .map(({ found }) => found);
}
