import type { Card } from './card.ts';

/** The orders of a list of captures. The first is the one in which they are read. */
export const SORTS = ['newest', 'oldest', 'posted', 'postedFirst', 'author'] as const;
export type Sort = (typeof SORTS)[number];

/** Cards without a day come last, whichever way days run. */
const byDay = (way: 1 | -1) => (a: Card, b: Card) => {
  if (a.posted === null || b.posted === null) return Number(a.posted === null) - Number(b.posted === null);
  return way * (a.posted - b.posted);
};

/** The cards in an order; those that are equal in it stay as they were, the newest first. */
export function inOrder(cards: readonly Card[], sort: Sort, language: string): readonly Card[] {
  if (sort === 'newest') return cards;
  if (sort === 'oldest') return cards.toReversed();
  if (sort === 'posted') return cards.toSorted(byDay(-1));
  if (sort === 'postedFirst') return cards.toSorted(byDay(1));
  const { compare } = new Intl.Collator(language, { numeric: true });
  // Who has no name stands last.
  return cards.toSorted(
    (a, b) => Number(a.author === '') - Number(b.author === '') || compare(a.author, b.author),
  );
}
