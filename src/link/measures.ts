import type { Measure } from '../workspace/measure.ts';

/** People who followed a link, by itself or by its QR code. */
export const measures: readonly Measure[] = [
  { id: 'clicked', types: ['clicked', 'scanned'], order: 4, rank: 1, minPeople: 3, byParts: true },
];
