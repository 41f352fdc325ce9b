import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A value of the hub's own, made where there is none yet. */
export async function metaOf(db: Kysely<Tables>, name: string, make: () => string): Promise<string> {
  await db
    .insertInto('meta')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return row.value;
}

/**
 * The next number of a count, within a transaction that nobody else counts beside; of so many that are taken the last.
 * `before`: the number before its first.
 */
export async function nextOf(
  within: Transaction<Tables>,
  name: string,
  before = 0,
  many = 1,
): Promise<number> {
  const next = Number(await metaOf(within, name, () => String(before))) + many;
  await within
    .updateTable('meta')
    .set({ value: String(next) })
    .where('name', '=', name)
    .execute();
  return next;
}

/** The next number of a count that is never given twice, from 1. */
export function nextNumber(db: Kysely<Tables>, name: string): Promise<number> {
  return db.transaction().execute((within) => nextOf(within, name));
}
