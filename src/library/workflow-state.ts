import type { Verdict } from './decision.ts';
import type { LibraryItem } from './item.ts';

export const STATES = ['suggested', 'approved', 'declined', 'now', 'expired', 'trash'] as const;
export type State = (typeof STATES)[number];
export const COLUMNS = ['suggested', 'approved', 'later', 'expired'] as const;
export type Column = (typeof COLUMNS)[number];

type Span = Pick<LibraryItem, 'from' | 'to'>;

/** Whether its last day has passed. Days are whole ones since 1970-01-01, of whoever looks. */
export const isExpired = ({ to }: Span, today: number) => to !== 0 && to < today;

/** Whether today lies within its days; an open end has none. */
export const isValid = (span: Span, today: number) => span.from <= today && !isExpired(span, today);

/** Whether an item belongs under a filter's state. What is in the trash is found only there. */
export function isIn(state: State | '', item: LibraryItem, verdict: Verdict, today: number): boolean {
  if (state === 'trash' || item.trashed !== 0) return state === 'trash' && item.trashed !== 0;
  if (state === 'expired') return isExpired(item, today);
  if (state === 'now') return isValid(item, today) && verdict !== 'declined';
  return state === '' || verdict === state;
}

/** The one column of the board that an item stands in. `later`: not now, by its days or because it was declined. */
export function columnOf(item: LibraryItem, verdict: Verdict, today: number): Column {
  if (isExpired(item, today)) return 'expired';
  if (verdict === 'declined' || item.from > today) return 'later';
  return verdict;
}
