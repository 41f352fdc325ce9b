import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

export type Steps = Readonly<Record<string, Migration>>;

/** Which migrations a store has had, and which are pending. */
export interface Progress {
  /** The newest one; null for a store from before migrations, undefined for a new store. */
  readonly from: string | null | undefined;
  readonly pending: readonly string[];
}

/** The migrations of a store. Throws a StoreError if it has had some that this hub does not know. */
export async function progressOf(db: Kysely<Tables>, steps: Steps): Promise<Progress> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(
    ({ name }) => name,
  );
  const known = Object.keys(steps).sort();
  const done = tables.includes('kysely_migration') ? await executed(db) : [];
  const unknown = done.filter((step) => !known.includes(step));
  if (unknown.length > 0)
    throw new StoreError(
      `This store was written by a newer hub: it has step ${unknown.join(', ')}, and this hub knows the steps up to ${known.at(-1)}. Start the newer hub on it, or restore a backup of before.`,
    );
  const older = tables.includes('meta') ? null : undefined;
  return { from: done.at(-1) ?? older, pending: known.filter((step) => !done.includes(step)) };
}

async function executed(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Migrates a store to the newest version and gives a new one its epoch, in one transaction: interrupted at any point, the
 * store is as it was. Throws if a migration fails.
 */
export async function migrate(db: Kysely<Tables>, steps: Steps): Promise<void> {
  await db.transaction().execute(async (within) => {
    await upTo(within, steps);
    await within
      .insertInto('meta')
      .values({ name: 'epoch', value: crypto.randomUUID() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  });
}

async function upTo(within: Transaction<Tables>, steps: Steps): Promise<void> {
  const migrator = new Migrator({
    db: within,
    provider: { getMigrations: async () => ({ ...steps }) },
    // Migrations are numbered in a range per part of the hub, and parts land in any order.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
