import type { Counted } from '../../../../src/activity/cell.ts';
import type { Measures } from '../../../../src/results/fold/measures.ts';
import { type MonthResults, MonthSums } from '../../../../src/results/fold/month-sums.ts';
import type { GroupedMember } from '../../../../src/results/fold/small-cell-suppression.ts';

/** The results of a team's month from its cells. */
export function foldMonth(
  counted: readonly Counted[],
  placed: readonly GroupedMember[],
  measures: Measures,
): MonthResults {
  const month = new MonthSums(measures);
  for (const one of counted) month.add(one);
  return month.results(placed);
}
