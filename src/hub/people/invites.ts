import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Role } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { mayInvite } from './rights.ts';
import { hashOf, isSecretOf, random } from './secrets.ts';

export type Invite = Readonly<Selectable<Tables['invite']>> & { readonly role: Role };

/** What an invite grants. `until` is UTC ms; `maker` is a member, or empty for the hub itself. */
export type Granted = Pick<Invite, 'role' | 'part' | 'region' | 'uses' | 'until' | 'maker'>;

/** Makes an invite. Only this answer has its secret; the row stores a hash of it. */
export async function makeInvite(
  db: Kysely<Tables> | Transaction<Tables>,
  granted: Granted,
): Promise<{ invite: string; secret: string }> {
  const [invite, secret] = [random(12), random(24)];
  await db
    .insertInto('invite')
    .values({ id: invite, secret: hashOf(secret), ...granted, revoked: null })
    .execute();
  return { invite, secret };
}

/** A hash that no invite has, so that an unknown id takes as long to refuse as a wrong secret. */
const NONE = hashOf(random(24));

/** The invite of an id and its secret; null if it is unknown, wrong, expired, used up or revoked, without saying which. */
export async function inviteOf(
  db: Kysely<Tables> | Transaction<Tables>,
  id: string,
  secret: string,
  now: number,
): Promise<Invite | null> {
  const row = (await db.selectFrom('invite').selectAll().where('id', '=', id).executeTakeFirst()) as
    | Invite
    | undefined;
  const fits = isSecretOf(secret, row?.secret ?? NONE);
  if (!fits || !row || row.revoked !== null || row.until <= now || row.uses < 1) return null;
  return row.maker === '' || (await couldMake(db, row.maker, row.role)) ? row : null;
}

/** Whether a member is still here and may invite as that role: an invite ends with its maker's right to make it. */
async function couldMake(
  db: Kysely<Tables> | Transaction<Tables>,
  maker: string,
  role: Role,
): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('role')
    .where('id', '=', maker)
    .where('removed', 'is', null)
    .executeTakeFirst();
  return row !== undefined && mayInvite(row.role as Role, role);
}

/** Revokes the invites that a member may no longer grant. They stay revoked even if the member leads again later. */
export async function endInvites(within: Transaction<Tables>, maker: string, now: number): Promise<void> {
  const open = await within
    .selectFrom('invite')
    .select(['id', 'role'])
    .where('maker', '=', maker)
    .where('revoked', 'is', null)
    .execute();
  for (const { id, role } of open)
    if (!(await couldMake(within, maker, role as Role))) await revokeInvite(within, id, now);
}

/**
 * Revokes every open invite that grants one of these roles, whoever made it, and answers how many those were. Somebody who
 * was removed may know them, and could come back by one as a new member.
 */
export async function endOpenInvites(
  within: Transaction<Tables>,
  roles: readonly Role[],
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await within
    .updateTable('invite')
    .set({ revoked: now })
    .where('revoked', 'is', null)
    .where('until', '>', now)
    .where('uses', '>', 0)
    .where('role', 'in', roles)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Revokes an invite; false where there is none of that id. */
export async function revokeInvite(
  db: Kysely<Tables> | Transaction<Tables>,
  id: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invite')
    .set({ revoked: now })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Spends one use; false where another took the last one meanwhile. */
export async function spendInvite(within: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await within
    .updateTable('invite')
    .set(({ eb }) => ({ uses: eb('uses', '-', 1) }))
    .where('id', '=', id)
    .where('uses', '>', 0)
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
