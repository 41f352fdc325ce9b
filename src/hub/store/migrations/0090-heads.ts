import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The last row of each room's log, and the one before its last commit. It was looked up in three tables before. */
export const heads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('head')
      .addColumn('room', 'text', (column) => column.notNull().primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('was', 'bigint', (column) => column.notNull())
      .execute();
    await sql`
      insert into head (room, seq, was)
      select room, max(seq), max(seq) from (
        select room, max(seq) as seq from log group by room
        union all select room, max(seq) as seq from version group by room
        union all select room, upto as seq from snapshot
      ) as rows_of group by room`.execute(db);
  },
};
