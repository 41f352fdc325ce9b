import type { Kysely, Transaction } from 'kysely';
import { metaOf } from '../store/meta.ts';
import type { Tables } from '../store/tables.ts';

const NAME = 'counted';

/** Another process counted meanwhile what this one was about to: nothing of it was written. */
export class CountedElsewhere extends Error {}

/** The batch of clicks up to which all is counted. */
export async function reached(db: Kysely<Tables>): Promise<number> {
  return Number(await metaOf(db, NAME, () => '0'));
}

/**
 * Notes that all is counted up to a batch. Throws a CountedElsewhere where it was not counted up to `from` and no further;
 * where it was, nobody else counts before this transaction is over.
 */
export async function reach(within: Transaction<Tables>, from: number, upto: number): Promise<void> {
  const { numUpdatedRows } = await within
    .updateTable('meta')
    .set({ value: String(upto) })
    .where('name', '=', NAME)
    .where('value', '=', String(from))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new CountedElsewhere();
}
