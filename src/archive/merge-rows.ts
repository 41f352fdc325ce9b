import { isSame } from './deep-equal.ts';
import type { Row } from './table-pages.ts';

/** Both lists in one, what stands here first, each thing once. */
export function union<Item>(mine: readonly Item[], theirs: readonly Item[]): Item[] {
  return [...mine, ...theirs.filter((item) => !mine.some((own) => isSame(own, item)))];
}

const momentOf = (row: Row) => (typeof row.at === 'number' ? row.at : 0);

/** What was taken back stays taken back: 0 is "stands", anything else when it was undone, UTC ms. */
function undoneOf(mine: unknown, theirs: unknown): unknown {
  return typeof mine === 'number' && mine !== 0 ? mine : theirs;
}

/**
 * How two rows of one key become one where their table has no rule of its own: the later one (`at`) holds, the one
 * that stands here where neither is; lists are joined; what was undone stays undone. Joining again changes nothing.
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
