import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Which links the clicks of a row are of, in the index by which an hour is read: one link's clicks are found without reading
 * those of all others. Rows of before say nothing of it and are looked through.
 */
export const linksOfClicks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('clicks').addColumn('links', 'text').execute();
    await db.schema.dropIndex('clicks_of_hour').ifExists().execute();
    await db.schema.createIndex('clicks_of_hour').on('clicks').columns(['hour', 'batch', 'links']).execute();
  },
};
