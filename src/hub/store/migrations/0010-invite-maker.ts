import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Who made an invite, so that it ends with their right to make it. Of those from before nobody knows: where somebody was
 * removed since, an open one that lets lead may be theirs, and is revoked.
 */
export const inviteMaker: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('invite')
      .addColumn('maker', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update invite set revoked = (select max(removed) from member)
      where revoked is null and role in ('admin', 'manager')
      and exists (select 1 from member where removed is not null)`.execute(db);
  },
};
