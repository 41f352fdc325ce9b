import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The one table that this step looks into, as it is at this step. */
interface Before {
  readonly member: { id: string; listedat: number | null };
  readonly meta: { name: string; value: string };
}

/** What a guarded month is made of, and when a member chose to appear by name. */
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

/** A team that is there already was told of other rules: its figures stay with them until an admin chooses. */
async function keepEarlierRule(db: Kysely<Before>): Promise<void> {
  const someone = await db.selectFrom('member').select('id').limit(1).executeTakeFirst();
  if (!someone) return;
  const value = JSON.stringify([{ mode: 'earlier', few: 5, since: '2000-01' }]);
  await db.insertInto('meta').values({ name: 'figures', value }).execute();
}
