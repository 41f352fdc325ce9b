import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { random } from './secrets.ts';

/** Adds a line to the audit log: who did what, when (UTC ms), and to whom, by ids alone. */
export async function appendAudit(
  db: Kysely<Tables> | Transaction<Tables>,
  deed: Omit<Tables['deed'], 'id'>,
): Promise<void> {
  await db
    .insertInto('deed')
    .values({ id: random(12), ...deed })
    .execute();
}
