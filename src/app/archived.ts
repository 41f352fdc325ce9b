import { type Archived, inImportOrder } from '../archive/archived.ts';
import { CAPABILITIES, TABLE_TITLES, TABLES } from './declared.ts';

/** What the archive takes away and brings back. */
export const ARCHIVED: Archived = {
  tables: inImportOrder(TABLES),
  names: TABLE_TITLES,
  sheets: CAPABILITIES.flatMap(({ sheets = [] }) => sheets),
  settle: async (workspace, met) => {
    for (const { settle } of CAPABILITIES) await settle?.(workspace, met);
  },
};
