import type { Kysely, Transaction } from 'kysely';
import { LATER } from '../../hub/store/disk.ts';
import { metaOf, nextOf } from '../../hub/store/meta.ts';
import type { Tables } from '../../hub/store/tables.ts';

const NAME = 'counted';
/** How many rows were written: each carries the number of its last writing, from where its owner asks for news. */
const WRITTEN = 'written';

/** Another process counted meanwhile what this one was about to: nothing of it was written. */
export class CountedElsewhere extends Error {}

/** The batch of clicks up to which all is counted. */
export async function reached(db: Kysely<Tables>): Promise<number> {
  return Number(await metaOf(db, NAME, () => '0'));
}

/**
 * Notes that all is counted up to a batch, and numbers the rows that are written by that; answers with the first number, from
 * which each row has its own: news are told in parts, and a part may end behind any row. Throws a CountedElsewhere where it was not counted up to `from` and no further; where it was, nobody else counts before this
 * transaction is over. Its commit need not wait for the disk: what is lost with the power is counted again from the log.
 */
export async function reach(
  within: Transaction<Tables>,
  from: number,
  upto: number,
  rows: number,
): Promise<number> {
  const { numUpdatedRows } = await within
    .updateTable('meta')
    .set({ value: String(upto) })
    .where('name', '=', NAME)
    .where('value', '=', String(from))
    .modifyEnd(LATER)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new CountedElsewhere();
  // Rows of a hub of before carry the batch up to which they were counted.
  return (await nextOf(within, WRITTEN, from, rows)) - rows + 1;
}
