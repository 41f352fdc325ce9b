import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every name that a link ever had leads to it, since printed codes and old posts still carry former names. */
export const formerNames: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('linkname')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('link', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into linkname (name, link) select name, id from link where name is not null`.execute(db);
  },
};
