import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The maker of an invite, so that it ends with their right to make it. The makers of older invites are unknown: if a member
 * was removed since, open invites for leading roles may be theirs and are revoked.
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
