import type { Kysely, Transaction } from 'kysely';
import { LATER } from '../../hub/store/disk.ts';
import { metaOf, nextOf } from '../../hub/store/meta.ts';
import type { Tables } from '../../hub/store/tables.ts';

const NAME = 'counted';
/** Numbers the writes of rows: an owner's device asks for all changes after the last number it knows. */
const WRITTEN = 'written';

/** Another process has counted the same clicks meanwhile; nothing was written. */
export class CountedElsewhere extends Error {}

/** The checkpoint: the batch of clicks up to which all are counted. */
export async function readCheckpoint(db: Kysely<Tables>): Promise<number> {
  return Number(await metaOf(db, NAME, () => '0'));
}

/**
 * Moves the checkpoint from one batch to another and reserves a number for each row that is written with it; answers with the
 * first number. Rows have numbers of their own because a page of changes may end after any row. Throws a CountedElsewhere if
 * the checkpoint was not exactly at `from`; otherwise nobody else counts before this transaction ends. Its commit need not
 * wait for the disk: what a power failure loses is counted again from the log.
 */
export async function moveCheckpoint(
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
  // Rows of older hubs have as their number the batch up to which they were counted.
  return (await nextOf(within, WRITTEN, from, rows)) - rows + 1;
}
