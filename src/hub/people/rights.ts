import type { Transaction } from 'kysely';
import { isLeader, type Role, type Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';

/** All roles, the most powerful first. */
export const EVERYBODY: readonly Role[] = ['admin', 'manager', 'member', 'viewer'];
export const WRITERS: readonly Role[] = ['admin', 'manager', 'member'];
export const LEADERS: readonly Role[] = ['admin', 'manager'];
export const ADMINS: readonly Role[] = ['admin'];

/** Whether a role is less powerful than another. */
export const isLower = (role: Role, other: Role): boolean =>
  EVERYBODY.indexOf(role) > EVERYBODY.indexOf(other);

/** Whether a role may invite as another: only admins make admins. */
export const mayInvite = (maker: Role, role: Role): boolean =>
  role === 'admin' ? maker === 'admin' : isLeader(maker);

/**
 * A device's member and role, read within a transaction. Transactions are serial, so nobody is removed or demoted between
 * this read and the writes of the same transaction, in any process.
 */
export async function whoWithin(within: Transaction<Tables>, device: number): Promise<Who | null> {
  const row = await within
    .selectFrom('device')
    .innerJoin('member', 'member.id', 'device.member')
    .select(['member.id', 'member.role'])
    .where('device.number', '=', device)
    .where('device.removed', 'is', null)
    .where('member.removed', 'is', null)
    .executeTakeFirst();
  return row ? { member: row.id, role: row.role as Role } : null;
}

/** Whether a member is the only admin who still has a device. */
export async function isLastAdmin(within: Transaction<Tables>, member: string): Promise<boolean> {
  const admins = await within
    .selectFrom('member')
    .innerJoin('device', 'device.member', 'member.id')
    .select('member.id')
    .distinct()
    .where('member.role', '=', 'admin')
    .where('member.removed', 'is', null)
    .where('device.removed', 'is', null)
    .execute();
  return admins.length === 1 && admins[0]?.id === member;
}
