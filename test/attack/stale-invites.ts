import type { Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aRole } from './people.ts';

const ROLES = { removed: null, 'made a manager': 'manager', 'made a member': 'member' } as const;
type After = keyof typeof ROLES;

async function invited(hub: HubUnderAttack, role: Role, by: Person) {
  const asked = { do: 'invite.make', role, group: '', region: '', uses: 5, days: 7 } as const;
  return (await hub.must(asked, by)).made as { invite: string; secret: string };
}

async function fallen(hub: HubUnderAttack, { joined: { member } }: Person, after: After): Promise<void> {
  const role = ROLES[after];
  await hub.must(role ? { do: 'member.role', member, role } : { do: 'member.remove', member });
}

/** What somebody could grant once lets nobody in when they can grant it no more. */
async function rejoined(at: Target, maker: Role, role: Role, after: After): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join(maker, 'Mallory');
  const invite = await invited(hub, role, mallory);
  await fallen(hub, mallory, after);
  const back = await hub.joinBy(invite, 'Mallory').catch(() => null);
  if (back) return `they are back as ${aRole(role)}`;
  const look = await hub.post('/api/join/look', { invite: invite.invite, secret: invite.secret });
  return look.status === 404 ? null : `the invite is shown: ${look.body}`;
}

/** Rights that come back bring no old invites back. */
async function promotedAgain(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('admin', 'Mallory');
  const invite = await invited(hub, 'admin', mallory);
  await fallen(hub, mallory, 'made a member');
  await hub.must({ do: 'member.role', member: mallory.joined.member, role: 'admin' });
  return (await hub.joinBy(invite, 'Eve').catch(() => null)) ? 'an invite of before is good again' : null;
}

/** A colleague's invite for many, which who lost their place knows. */
async function colleagues(at: Target, before: Role, role: Role, after: After): Promise<string | null> {
  const hub = await at.shared();
  const invite = await invited(hub, role, hub.admin);
  const mallory = await hub.join(before, 'Mallory');
  await fallen(hub, mallory, after);
  const back = await hub.joinBy(invite, 'Somebody new').catch(() => null);
  return back ? `they are back as ${aRole(role)}` : null;
}

const CASES: readonly (readonly [Role, Role, After])[] = [
  ['admin', 'admin', 'removed'],
  ['admin', 'admin', 'made a manager'],
  ['admin', 'manager', 'made a member'],
  ['manager', 'member', 'removed'],
  ['manager', 'viewer', 'made a member'],
];

const COLLEAGUES: readonly (readonly [Role, Role, After])[] = [
  ['member', 'member', 'removed'],
  ['viewer', 'manager', 'removed'],
  ['admin', 'admin', 'made a member'],
  ['manager', 'manager', 'made a member'],
];

export const staleInvites: readonly Attack[] = [
  ...CASES.map(
    ([maker, role, after]): Attack => ({
      area: 'rights',
      name: `the invite as ${aRole(role)} of ${aRole(maker)} who was ${after}`,
      run: (at) => rejoined(at, maker, role, after),
    }),
  ),
  ...COLLEAGUES.map(
    ([before, role, after]): Attack => ({
      area: 'rights',
      name: `a colleague’s open invite as ${aRole(role)}, by ${aRole(before)} who was ${after}`,
      run: (at) => colleagues(at, before, role, after),
    }),
  ),
  { area: 'rights', name: 'an invite of before, by an admin who is one again', run: promotedAgain },
];
