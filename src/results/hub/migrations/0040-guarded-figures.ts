import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The one table that this migration reads, as it is at this point. */
interface Before {
  readonly member: { id: string; listedat: number | null };
  readonly meta: { name: string; value: string };
}

/** Tables of guarded months, and the time when a member chose to be listed by name. */
export const guardedFigures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('member').addColumn('listedat', 'bigint').execute();
    await table(db, 'figurechange', ['month', 'member', 'cell'], { count: 'bigint' });
    await table(db, 'figuremonth', ['month'], {
      few: 'bigint',
      step: 'bigint',
      cut: 'bigint',
      closed: 'bigint',
      settled: 'text',
    });
    await db.schema
      .createTable('figurestep')
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('step', 'bigint', (column) => column.notNull())
      .addColumn('packed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('figurestep_key_of', ['month', 'step'])
      .execute();
    await table(db, 'figuresum', ['month', 'figure', 'type'], { value: 'bigint' });
    await keepEarlierRule(db as Kysely<Before>);
  },
};

async function table(
  db: Kysely<unknown>,
  name: string,
  keys: readonly string[],
  rest: Readonly<Record<string, 'bigint' | 'text'>>,
): Promise<void> {
  let build = db.schema.createTable(name);
  for (const key of keys) build = build.addColumn(key, 'text', (column) => column.notNull());
  for (const [column, type] of Object.entries(rest))
    build = build.addColumn(column, type, (made) => made.notNull());
  await build.addPrimaryKeyConstraint(`${name}_key_of`, [...keys] as never[]).execute();
}

/** An existing team joined under other rules: its figures stay as they were until an admin chooses. */
async function keepEarlierRule(db: Kysely<Before>): Promise<void> {
  const someone = await db.selectFrom('member').select('id').limit(1).executeTakeFirst();
  if (!someone) return;
  const value = JSON.stringify([{ mode: 'earlier', few: 5, since: '2000-01' }]);
  await db.insertInto('meta').values({ name: 'figures', value }).execute();
}
