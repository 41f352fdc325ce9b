import { monthOf } from '../workspace/room.ts';

/** Months that are open at once; what is older is found by asking for it. */
const MONTHS = 6;

/** The last months, newest first. */
export function lastMonths(now: number): string[] {
  const first = new Date(now);
  return Array.from({ length: MONTHS }, (_, back) =>
    monthOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - back, 1)),
  );
}
