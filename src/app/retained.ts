import type { Retained } from '../privacy/retained.ts';
import { addedUp } from '../workspace/named.ts';
import { CAPABILITIES, TABLE_TITLES, TABLES } from './declared.ts';

/** What is deleted by age, by site, or whole. */
export const RETAINED: Retained = {
  tables: TABLES,
  names: TABLE_TITLES,
  sweep: async (workspace) => {
    const counts: [string, number][] = [];
    for (const { sweep } of CAPABILITIES) counts.push(...Object.entries((await sweep?.(workspace)) ?? {}));
    return addedUp(counts);
  },
};
