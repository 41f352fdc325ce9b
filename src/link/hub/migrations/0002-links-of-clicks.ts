import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The links of a row's clicks, in the index by which an hour is read, so that one link's clicks are found without reading all
 * others. Older rows have null there and are scanned.
 */
export const linksOfClicks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('clicks').addColumn('links', 'text').execute();
    await db.schema.dropIndex('clicks_of_hour').ifExists().execute();
    await db.schema.createIndex('clicks_of_hour').on('clicks').columns(['hour', 'batch', 'links']).execute();
  },
};
