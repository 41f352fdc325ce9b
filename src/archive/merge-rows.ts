import { isSame } from './deep-equal.ts';
import type { Row } from './row.ts';

/** The union of both lists, the existing one first. */
export function union<Item>(mine: readonly Item[], theirs: readonly Item[]): Item[] {
  return [...mine, ...theirs.filter((item) => !mine.some((own) => isSame(own, item)))];
}

const momentOf = (row: Row) => (typeof row.at === 'number' ? row.at : 0);

/** An undone row stays undone: 0 means not undone, otherwise when it was, UTC ms. */
function undoneOf(mine: unknown, theirs: unknown): unknown {
  return typeof mine === 'number' && mine !== 0 ? mine : theirs;
}

/**
 * The default merge of two rows with one key: the later one (`at`) wins, else the existing one; lists are
 * united; undone stays undone. Idempotent.
 */
export function mergeRows(mine: Row, theirs: Row): Row {
  const [base, other] = momentOf(theirs) > momentOf(mine) ? [theirs, mine] : [mine, theirs];
  const merged: Row = { ...other, ...base };
  for (const [field, value] of Object.entries(merged)) {
    const [a, b] = [mine[field], theirs[field]];
    if (Array.isArray(value) && Array.isArray(a) && Array.isArray(b)) merged[field] = union(a, b);
  }
  if ('undone' in merged) merged.undone = undoneOf(mine.undone, theirs.undone);
  return merged;
}
