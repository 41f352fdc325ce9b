import { monthEnd } from '../../../workspace/room.ts';
import type { Due } from './month-ledger.ts';

/**
 * A step is an hour, numbered since 1970: published figures change with the clock, never at the moment of somebody's action.
 */
export const STEP = 3_600_000;
/** Days of the next month in which late events are still published. */
const CLOSES_AFTER = 3;
/** A Monday, in days since 1970. */
const MONDAY = 4;

export const stepAt = (now: number): number => Math.floor(now / STEP);

/** The step at which a month is closed. */
export const closingStep = (month: string): number => stepAt(monthEnd(month)) + CLOSES_AFTER * 24;

const weekOf = (day: number): number => Math.floor((day - MONDAY) / 7);

/**
 * What is published at a step of a month, depending on the step before: figures by day after midnight in the team's zone,
 * everything else after each week, at the end of the month and at its close. `dayOf`: days since 1970 of a step in that zone.
 */
export function dueAt(month: string, before: number, step: number, dayOf: (step: number) => number): Due {
  const passes = (at: number) => before < at && at <= step;
  const today = dayOf(step);
  const isOver = passes(stepAt(monthEnd(month))) || passes(closingStep(month));
  return { today, rest: isOver || weekOf(dayOf(before)) < weekOf(today) };
}
