import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How many bytes a member wrote into rooms in a month. */
export const writtenBytes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('written')
      .addColumn('member', 'text', (column) => column.notNull())
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('written_key', ['member', 'month'])
      .execute();
  },
};
