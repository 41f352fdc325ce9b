import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';

/** A row that does not fit its table any more, as it was found. Nothing of it is read; it waits for who can mend it. */
export const Aside = z.object({
  /** `<table>:<key>` */
  id: z.string().check(z.maxLength(4300)),
  table: z.string().check(z.maxLength(40)),
  /** When it was set aside, UTC ms. */
  at: z.number(),
  row: z.unknown(),
});

export const aside = table({
  name: 'aside',
  row: Aside,
  indexes: 'id',
  purpose: 'purposeAside',
  leaves: 'never',
  keep: 'always',
});
