import { type Archived, inImportOrder } from '../archive/archived.ts';
import { CAPABILITIES, TABLES } from './declared.ts';

/** What the archive takes away and brings back. */
export const ARCHIVED: Archived = {
  tables: inImportOrder(TABLES),
  names: Object.fromEntries(TABLES.map(({ name, title }) => [name, title])),
  sheets: CAPABILITIES.flatMap(({ sheets = [] }) => sheets),
  settle: async (workspace, met) => {
    for (const { settle } of CAPABILITIES) await settle?.(workspace, met);
  },
};
