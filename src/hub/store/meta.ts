import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A value of the table `meta`, created if it is missing. */
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
 * The next number of a sequence, in one statement, so that no two writers get the same. `many`: how many numbers are taken; the
 * answer is the last of them. `before`: the number before the sequence's first.
 */
export async function nextOf(db: Kysely<Tables>, name: string, before = 0, many = 1): Promise<number> {
  const next = sql<string>`cast(cast(meta.value as bigint) + ${many} as text)`;
  const { value } = await db
    .insertInto('meta')
    .values({ name, value: String(before + many) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: next }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}
