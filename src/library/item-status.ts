import { decisionOf, type Verdict } from './decision.ts';
import type { LibraryItem } from './item.ts';
import type { Library } from './read.ts';

/** Numbers of the devices that wrote an item, and the decision on it; the first writer first. */
export interface Writers {
  readonly item: readonly number[];
  readonly verdict: readonly number[];
}
export const NO_WRITERS: Writers = { item: [], verdict: [] };

/** An item with its status. */
export interface ItemWithStatus {
  readonly item: LibraryItem;
  readonly verdict: Verdict;
  readonly writers: Writers;
}

/** Every item with its status; decisions are grouped by item first, so this is linear. */
export function withStatus({ items, decisions }: Library): ItemWithStatus[] {
  const byItem = Map.groupBy(
    [...decisions.values()].map(({ value }) => value),
    ({ about }) => about,
  );
  return [...items.values()].map(({ value, writers }) => {
    const decision = decisionOf(value, byItem.get(value.id) ?? []);
    const deciders = decision ? (decisions.get(decision.id)?.writers ?? []) : [];
    return {
      item: value,
      verdict: decision?.verdict ?? 'suggested',
      writers: { item: writers, verdict: deciders },
    };
  });
}
