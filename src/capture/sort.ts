import type { Card } from './card.ts';

/** Sort orders of a list. The first is the order in which rows are read. */
export const SORTS = ['newest', 'oldest', 'posted', 'postedFirst', 'author'] as const;
export type Sort = (typeof SORTS)[number];

/** Cards without a day come last in both directions. */
const byDay = (way: 1 | -1) => (a: Card, b: Card) => {
  if (a.posted === null || b.posted === null) return Number(a.posted === null) - Number(b.posted === null);
  return way * (a.posted - b.posted);
};

/** Sorts cards; equal ones stay newest first. */
export function inOrder(cards: readonly Card[], sort: Sort, language: string): readonly Card[] {
  if (sort === 'newest') return cards;
  if (sort === 'oldest') return cards.toReversed();
  if (sort === 'posted') return cards.toSorted(byDay(-1));
  if (sort === 'postedFirst') return cards.toSorted(byDay(1));
  const { compare } = new Intl.Collator(language, { numeric: true });
  // Cards without an author come last.
  return cards.toSorted(
    (a, b) => Number(a.author === '') - Number(b.author === '') || compare(a.author, b.author),
  );
}
