import { monthOf } from '../workspace/room.ts';

/** Months open at once; older items are found by a search. */
const MONTHS = 6;

/** The last months, newest first. */
export function lastMonths(now: number): string[] {
  const first = new Date(now);
  return Array.from({ length: MONTHS }, (_, back) =>
    monthOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - back, 1)),
  );
}
