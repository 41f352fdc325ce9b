import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';

/** A row that does not match its table's schema, stored unread until it can be repaired. */
export const Aside = z.object({
  /** `<table>:<key>` */
  id: z.string().check(z.maxLength(4300)),
  table: z.string().check(z.maxLength(40)),
  /** When it was quarantined, UTC ms. */
  at: z.number(),
  row: z.unknown(),
});

/** Whether a row that could not be read looks like one of this site. */
function mentions(row: unknown, site: string): boolean {
  const text = JSON.stringify(row) ?? '';
  return text.includes(`"site":"${site}"`) || text.includes(`"${site}:`) || text.includes(`//${site}/`);
}

export const aside = table({
  name: 'aside',
  row: Aside,
  indexes: 'id',
  title: 'tableAside',
  purpose: 'purposeAside',
  leaves: 'never',
  keep: 'always',
  withoutSite: (row, site) => (mentions(row.row, site) ? null : row),
});
