import type { Verdict } from './decision.ts';
import type { LibraryItem } from './item.ts';

export const STATES = ['suggested', 'approved', 'declined', 'now', 'expired', 'trash'] as const;
export type State = (typeof STATES)[number];
export const COLUMNS = ['suggested', 'approved', 'later', 'expired'] as const;
export type Column = (typeof COLUMNS)[number];

type Span = Pick<LibraryItem, 'from' | 'to'>;

/** Whether its last day has passed, in whole local days since 1970-01-01. */
export const isExpired = ({ to }: Span, today: number) => to !== 0 && to < today;

/** Whether today lies within its days; an end of 0 is open. */
export const isValid = (span: Span, today: number) => span.from <= today && !isExpired(span, today);

/** Whether an item is offered for sharing: it has a link, and is neither in the trash nor declined. */
export const isShareable = ({ link, trashed }: Pick<LibraryItem, 'link' | 'trashed'>, verdict: Verdict) =>
  link !== '' && trashed === 0 && verdict !== 'declined';

/** Whether an item is in a filter's state. Trashed items appear only under trash. */
export function isIn(state: State | '', item: LibraryItem, verdict: Verdict, today: number): boolean {
  if (state === 'trash' || item.trashed !== 0) return state === 'trash' && item.trashed !== 0;
  if (state === 'expired') return isExpired(item, today);
  if (state === 'now') return isValid(item, today) && verdict !== 'declined';
  return state === '' || verdict === state;
}

/** The board column of an item. `later`: declined, or not valid yet. */
export function columnOf(item: LibraryItem, verdict: Verdict, today: number): Column {
  if (isExpired(item, today)) return 'expired';
  if (verdict === 'declined' || item.from > today) return 'later';
  return verdict;
}
