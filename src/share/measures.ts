import type { Measure } from '../workspace/measure.ts';

/** Shares that were prepared, and share windows that were opened. */
export const measures: readonly Measure[] = [
  { id: 'prepared', types: ['prepared'], order: 1, rank: 3, minPeople: 3, byParts: true },
  { id: 'opened', types: ['opened'], order: 2, rank: 2, minPeople: 3, byParts: true },
];
