import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Indexes for reading in pages. A page may end after any row, so each row needs a number of its own: rows that shared one
 * because they were written together get new numbers after all others, and so are sent once more.
 */
export const boundedReads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await index(db, 'version_key', 'version', ['room', 'root', 'key', 'seq', 'part', 'member']);
    await index(db, 'version_member', 'version', ['member', 'room', 'root', 'key']);
    await index(db, 'linkday_member', 'linkday', ['member', 'seq']);
    await db.schema
      .alterTable('link')
      .addColumn('stamp', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await index(db, 'link_member', 'link', ['member', 'stamp']);
    await numberRows(db);
  },
};

async function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.dropIndex(name).ifExists().execute();
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}

async function numberRows(db: Kysely<unknown>): Promise<void> {
  await sql`update linkday set seq = numbered.n from (
    select day, link, row_number() over (order by seq, day, link) + (select max(seq) from linkday) as n from linkday
  ) as numbered where numbered.day = linkday.day and numbered.link = linkday.link`.execute(db);
  await sql`update link set stamp = numbered.n from (
    select id, row_number() over (order by changed, id) + (select max(changed) from link) as n from link
  ) as numbered where numbered.id = link.id`.execute(db);
  await sql`delete from meta where name = 'written' and exists (select 1 from linkday)`.execute(db);
  await sql`insert into meta (name, value)
    select 'written', cast(max(seq) as text) from linkday having max(seq) is not null`.execute(db);
}
