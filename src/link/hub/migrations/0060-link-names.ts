import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The name that its owner chose for a link, beside its id; unique. */
export const linkNames: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('link').addColumn('name', 'text').execute();
    await db.schema.createIndex('link_name').unique().on('link').column('name').execute();
  },
};
