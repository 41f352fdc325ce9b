import { monthOf, type Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { once } from './once.ts';
import { aRole, oneOf } from './people.ts';
import { type Aimed, ALL_ROLES, COMMANDS, LETTER, ROUTES } from './rights-table.ts';

/** What the forbidden is tried on, in a hub that attacks share. */
const aimOf = once(async (hub: HubUnderAttack): Promise<Aimed> => {
  const { joined } = await hub.join('member', 'A colleague');
  const asked = { do: 'invite.make', role: 'member', group: '', region: '', uses: 1, days: 7 } as const;
  const { invite } = (await hub.must(asked)).made as { invite: string };
  return { colleague: joined.member, theirDevice: joined.device, ownDevice: 0, invite, link: 'AAAAAAAAAAA' };
});

async function tried(at: Target, role: Role, path: string, body: (at: Aimed) => unknown) {
  const hub = await at.shared();
  const aim = await aimOf(hub);
  const { status, body: said } = await hub.post(path, body(aim), (await oneOf(hub, role)).token);
  return status === 403 ? null : `it was answered with ${status} ${said.slice(0, 200)}`;
}

/** Every command and every route, for each role that may not use it. */
const forbidden = [
  ...COMMANDS.map(([name, may, body]) => ({ what: name, may, path: '/api/do', body })),
  ...ROUTES.map(([path, may, body]) => ({ what: `ask ${path}`, may, path, body: () => body })),
];

/** What is written in a room is asked for by its past. */
async function readPast(at: Target, role: Role): Promise<string | null> {
  const hub = await at.shared();
  const owner = await oneOf(hub, 'member');
  const room = await ownPast(hub, owner);
  const reader = role === 'member' ? await hub.join('member', 'Another') : await oneOf(hub, role);
  const asked = { room, root: 'events', key: 'of-mine' };
  const mine = await hub.post('/api/history', asked, owner.token);
  if (!mine.body.includes('private words')) return 'its owner is not shown it';
  const { status, body } = await hub.post('/api/history', asked, reader.token);
  return status === 404 && !body.includes('private words') ? null : `${aRole(role)} is shown ${body}`;
}

const written = once(async (hub: HubUnderAttack) => {
  const owner = await oneOf(hub, 'member');
  const room = await hub.open(owner, await hub.own(owner));
  room.doc.getMap('events').set('of-mine', { note: 'private words' });
  await hub.answered(room);
  room.close();
});

async function ownPast(hub: HubUnderAttack, { joined }: Person): Promise<string> {
  await written(hub);
  return `member/${joined.member}/${monthOf(await hub.now())}`;
}

async function exported(at: Target): Promise<string | null> {
  const hub = await at.shared();
  await written(hub);
  const { body } = await hub.post('/api/export', {}, hub.admin.token);
  if (!body.includes('"team"')) return `there was no export: ${body.slice(0, 200)}`;
  if (body.includes('private words')) return 'it holds what a member wrote for themself alone';
  return body.includes('"member/') ? "it names members' own rooms" : null;
}

export const forbiddenActs: readonly Attack[] = [
  ...forbidden.flatMap(({ what, may, path, body }) =>
    ALL_ROLES.filter((role) => !may.includes(LETTER[role])).map(
      (role): Attack => ({
        area: 'rights',
        name: `${aRole(role)} tries to ${what}`,
        run: (at) => tried(at, role, path, body),
      }),
    ),
  ),
  ...ALL_ROLES.map(
    (role): Attack => ({
      area: 'rights',
      name: `${aRole(role)} asks for the past of a colleague's own room`,
      run: (at) => readPast(at, role),
    }),
  ),
  { area: 'rights', name: "an admin exports members' own rooms", run: exported },
];
