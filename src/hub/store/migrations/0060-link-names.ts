import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A name that its owner chose for a link, beside its id: one link a name. */
export const linkNames: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('link').addColumn('name', 'text').execute();
    await db.schema.createIndex('link_name').unique().on('link').column('name').execute();
  },
};
