import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { random } from './secrets.ts';

/** Keeps who did what, when (UTC ms), to whom by ids alone: a line of the audit. */
export async function appendAudit(
  db: Kysely<Tables> | Transaction<Tables>,
  deed: Omit<Tables['deed'], 'id'>,
): Promise<void> {
  await db
    .insertInto('deed')
    .values({ id: random(12), ...deed })
    .execute();
}
