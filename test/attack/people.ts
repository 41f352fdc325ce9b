import type { Role } from '../../src/workspace/room.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { once } from './once.ts';

/** One of each role, in a hub that attacks share. */
const peopleOf = once(async (hub: HubUnderAttack) => {
  const named = async (role: Role) => [role, await hub.join(role, `A ${role}`)] as const;
  const all = [await named('viewer'), await named('member'), await named('manager'), await named('admin')];
  return new Map<Role, Person>(all);
});

/** Somebody of this role; the admin is another than the founder. */
export async function oneOf(hub: HubUnderAttack, role: Role): Promise<Person> {
  const person = (await peopleOf(hub)).get(role);
  if (!person) throw new Error(`there is no ${role}`);
  return person;
}

export const aRole = (role: Role): string => (role === 'admin' ? 'an admin' : `a ${role}`);
