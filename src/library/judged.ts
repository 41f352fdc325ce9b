import { type Verdict, verdictOf } from './decision.ts';
import type { LibraryItem } from './item.ts';
import type { Library } from './read.ts';

/** An item with how it stands. */
export interface Judged {
  readonly item: LibraryItem;
  readonly verdict: Verdict;
}

/** Every item with how it stands by the decisions: each looks through its own and not through everybody's. */
export function judged({ items, decisions }: Library): Judged[] {
  const byItem = Map.groupBy(
    [...decisions.values()].map(({ value }) => value),
    ({ about }) => about,
  );
  return [...items.values()].map(({ value }) => ({
    item: value,
    verdict: verdictOf(value, byItem.get(value.id) ?? []),
  }));
}
