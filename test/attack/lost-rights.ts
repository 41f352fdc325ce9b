import type { Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aRole } from './people.ts';

/** How somebody loses their rights while what they send is on its way. */
const LOSSES = {
  'is removed': (hub, { joined }) => hub.must({ do: 'member.remove', member: joined.member }),
  'is made a viewer': (hub, { joined }) =>
    hub.must({ do: 'member.role', member: joined.member, role: 'viewer' }),
  'is made a member': (hub, { joined }) =>
    hub.must({ do: 'member.role', member: joined.member, role: 'member' }),
  'is erased': (hub, { joined }) => hub.must({ do: 'erase', member: joined.member }),
  leaves: (hub, person) => hub.must({ do: 'self.leave' }, person),
  'loses the device': (hub, { joined }) => hub.must({ do: 'device.remove', device: joined.device }),
} satisfies Record<string, (hub: HubUnderAttack, person: Person) => Promise<unknown>>;
type Loss = keyof typeof LOSSES;

interface Late {
  readonly path: string;
  readonly body: (hub: HubUnderAttack, person: Person) => unknown;
}
const command = (body: Late['body']): Late => ({ path: '/api/do', body });
const route = (path: string, body: unknown = {}): Late => ({ path, body: () => body });

/** Requests by what they are for. */
const LATE = {
  'invite an admin': command(() => ({
    do: 'invite.make',
    role: 'admin',
    group: '',
    region: '',
    uses: 9,
    days: 9,
  })),
  'invite a member': command(() => ({
    do: 'invite.make',
    role: 'member',
    group: '',
    region: '',
    uses: 9,
    days: 9,
  })),
  'rename the team': command(() => ({
    do: 'team.set',
    team: { name: 'Taken over', country: 'JP', groups: [], regions: [] },
  })),
  'be made an admin again': command((_, { joined }) => ({
    do: 'member.role',
    member: joined.member,
    role: 'admin',
  })),
  'remove the founder': command((hub) => ({ do: 'member.remove', member: hub.admin.joined.member })),
  'erase the founder': command((hub) => ({ do: 'erase', member: hub.admin.joined.member })),
  'be listed': command(() => ({ do: 'self.listed', listed: true })),
  'take another name': command(() => ({ do: 'self.name', name: 'Back again' })),
  'see the team as admins do': route('/api/admin'),
  'take an export away': route('/api/export'),
  'make a backup': route('/api/backup'),
  'read the past of an item': route('/api/history', { room: 'team', root: 'profile', key: 'team' }),
  'start a pairing': route('/api/pair/start'),
  'be told of their clicks': route('/api/clicks', { since: 0, changed: 0 }),
} satisfies Record<string, Late>;

const CASES: readonly (readonly [Role, Loss, keyof typeof LATE])[] = [
  ['admin', 'is removed', 'invite an admin'],
  ['admin', 'is made a member', 'invite an admin'],
  ['admin', 'is erased', 'invite an admin'],
  ['admin', 'loses the device', 'invite an admin'],
  ['admin', 'leaves', 'invite an admin'],
  ['manager', 'is removed', 'invite a member'],
  ['manager', 'is made a viewer', 'invite a member'],
  ['admin', 'is removed', 'rename the team'],
  ['admin', 'is made a viewer', 'be made an admin again'],
  ['admin', 'is removed', 'remove the founder'],
  ['admin', 'is made a member', 'erase the founder'],
  ['viewer', 'is removed', 'be listed'],
  ['member', 'is erased', 'take another name'],
  ['manager', 'is made a member', 'see the team as admins do'],
  ['admin', 'is removed', 'take an export away'],
  ['admin', 'is made a viewer', 'take an export away'],
  ['admin', 'loses the device', 'make a backup'],
  ['viewer', 'is removed', 'read the past of an item'],
  ['member', 'is removed', 'start a pairing'],
  ['member', 'leaves', 'be told of their clicks'],
];

/** The head and half of the body are sent, the right is lost, and then the rest comes. */
async function late(at: Target, role: Role, loss: Loss, what: keyof typeof LATE): Promise<string | null> {
  const hub = await at.shared();
  const person = await hub.join(role, 'Mallory');
  const { path, body } = LATE[what];
  const text = JSON.stringify(body(hub, person));
  const headers = { authorization: `Bearer ${person.token}` };
  const line = await hub.half(path, text, Math.floor(text.length / 2), { headers });
  // Its head has been read once another request is answered on a line of its own.
  await hub.ask('/healthz');
  const before = await view(hub);
  await LOSSES[loss](hub, person);
  const answer = await line.rest();
  if (![0, 401, 403].includes(answer.status)) return `it was answered with ${answer.status} ${answer.body}`;
  const after = await view(hub);
  if (after.invites.length !== before.invites.length) return 'an invite was made';
  return after.name === before.name ? null : `the team is called ${after.name}`;
}

interface Seen {
  readonly invites: readonly unknown[];
  readonly name: string;
}

async function view(hub: HubUnderAttack): Promise<Seen> {
  const { invites } = JSON.parse((await hub.post('/api/admin', {}, hub.admin.token)).body) as Seen;
  const { team } = JSON.parse((await hub.post('/api/export', {}, hub.admin.token)).body) as {
    team: { name: string };
  };
  return { invites, name: team.name };
}

export const lostRights: readonly Attack[] = CASES.map(([role, loss, what]) => ({
  area: 'rights',
  name: `${aRole(role)} ${loss} while half a body is here, to ${what}`,
  run: (at) => late(at, role, loss, what),
}));
