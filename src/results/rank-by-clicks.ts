import type { ResultSums } from './results-items.ts';

export interface NamedSums {
  readonly id: string;
  readonly name: string;
  readonly sums: ResultSums;
}

/** Most followed first, then what was opened most, then by name: one order for the screen and for a report. */
export const rankByClicks = (rows: readonly NamedSums[]): NamedSums[] =>
  [...rows].sort(
    (a, b) =>
      (b.sums.clicked ?? 0) - (a.sums.clicked ?? 0) ||
      b.sums.opened - a.sums.opened ||
      a.name.localeCompare(b.name),
  );

/** Those of some sums that have a name here. */
export const namedSums = (
  all: Iterable<readonly [string, ResultSums]>,
  nameOf: (id: string) => string | null,
): NamedSums[] =>
  [...all].flatMap(([id, sums]) => {
    const name = nameOf(id);
    return name === null ? [] : [{ id, name, sums }];
  });
