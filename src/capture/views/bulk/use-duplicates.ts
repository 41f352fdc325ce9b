import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../card.ts';
import { type DuplicateCandidate, duplicatesAmong } from '../../duplicates.ts';
import { permalinkOf } from '../../permalink.ts';

/** A card with its permalink. */
export type DuplicateCard = DuplicateCandidate & { readonly card: Card };

/** Permalinks are computed once a card: parsing 20,000 addresses at each change would be noticeable. */
const known = new WeakMap<Card, DuplicateCard>();
const SLICE = 400;

function twinOf(card: Card): DuplicateCard {
  const found = known.get(card);
  if (found) return found;
  const { id, at, recipe } = card;
  const twin = { id, at, recipe, permalink: permalinkOf(card), card };
  known.set(card, twin);
  return twin;
}

/** Duplicates among all captures, searched in idle slices. None until all cards are loaded. */
export function useDuplicates(cards: readonly Card[], whole: boolean): readonly (readonly DuplicateCard[])[] {
  const [groups, setGroups] = useState<readonly DuplicateCard[][]>([]);
  useEffect(() => {
    if (!whole) return undefined;
    let at = 0;
    const look = () => {
      for (const end = Math.min(cards.length, at + SLICE); at < end; at += 1) {
        const card = cards[at];
        if (card) twinOf(card);
      }
      if (at >= cards.length) setGroups(duplicatesAmong(cards.map(twinOf)));
      else timer = setTimeout(look, 0);
    };
    // After half a second without a change: typing and opening come first.
    let timer = setTimeout(look, 500);
    return () => clearTimeout(timer);
  }, [cards, whole]);
  return groups;
}
