import type { Measure } from '../workspace/measure.ts';

/** Posts that were captured. */
export const measures: readonly Measure[] = [{ id: 'captured', types: ['captured'], order: 3, minPeople: 3 }];
