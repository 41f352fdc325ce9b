import type { ResultSums } from './results-items.ts';

export interface NamedSums {
  readonly id: string;
  readonly name: string;
  readonly sums: ResultSums;
}

/** Sorts by clicks, then by opened shares, then by name; the same order on the screen and in a report. */
export const rankByClicks = (rows: readonly NamedSums[]): NamedSums[] =>
  [...rows].sort(
    (a, b) =>
      (b.sums.clicked ?? 0) - (a.sums.clicked ?? 0) ||
      b.sums.opened - a.sums.opened ||
      a.name.localeCompare(b.name),
  );

/** The sums whose ids have a name. */
export const namedSums = (
  all: Iterable<readonly [string, ResultSums]>,
  nameOf: (id: string) => string | null,
): NamedSums[] =>
  [...all].flatMap(([id, sums]) => {
    const name = nameOf(id);
    return name === null ? [] : [{ id, name, sums }];
  });
