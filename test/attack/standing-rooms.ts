import { RANGE, type Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import { handmade, item, WORD } from './crafted.ts';
import { FORGED_WRITES, NO_ROOMS } from './forged-writes.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aRole, oneOf } from './people.ts';

async function named(hub: HubUnderAttack, template: string, person: Person): Promise<string> {
  const month = (await hub.library()).slice('library/'.length);
  return template.replace('<month>', month).replace('<own>', person.joined.member);
}

async function forged(at: Target, template: string, root: string, role: Role): Promise<string | null> {
  const hub = await at.shared();
  const writer = await oneOf(hub, role);
  const room = await named(hub, template, writer);
  const update = handmade(writer.joined.device * RANGE + 1, 0, [item(8, WORD, root, 'forged')]);
  const socket = await hub.inRoom(writer, room);
  const said = await socket.update(update);
  const seen = await (await hub.inRoom(writer, room)).state();
  if (said === 'taken') return `a ${role} wrote into ${template}: the hub took it`;
  return Buffer.from(seen).includes('forged') ? `a ${role}'s write stands in ${template}` : null;
}

async function entered(at: Target, role: Role): Promise<string | null> {
  const hub = await at.shared();
  const said = await (await hub.socket()).auth(await hub.own(hub.admin), (await oneOf(hub, role)).token);
  return said === 'authenticated' ? `a ${role} reads what the founder alone may` : null;
}

async function undeclared(at: Target, room: string): Promise<string | null> {
  const hub = await at.shared();
  const said = await (await hub.socket()).auth(room, hub.admin.token);
  return said === 'authenticated' ? `${room} was opened` : null;
}

const TOKENS: readonly (readonly [string, string])[] = [
  ['no token', ''],
  ['a token of another length', 'x'],
  ['a token of the right form', 'x'.repeat(43)],
  ['a token with a quote and a null', `'\0--`],
  ['a token of 100 KB', 'x'.repeat(100_000)],
];

export const roomAttacks: readonly Attack[] = [
  ...FORGED_WRITES.map(
    ([room, root, role]): Attack => ({
      area: 'rooms',
      name: `${aRole(role)} writes ${root} of ${room}`,
      run: (at) => forged(at, room, root, role),
    }),
  ),
  ...(['viewer', 'member', 'manager', 'admin'] as const).map(
    (role): Attack => ({
      area: 'rooms',
      name: `${aRole(role)} opens a colleague's own room`,
      run: (at) => entered(at, role),
    }),
  ),
  ...NO_ROOMS.map(
    (room): Attack => ({
      area: 'rooms',
      name: `the room ${room} is opened`,
      run: (at) => undeclared(at, room),
    }),
  ),
  ...TOKENS.map(
    ([name, token]): Attack => ({
      area: 'rooms',
      name: `a room is opened with ${name}`,
      run: async (at) => {
        const hub = await at.shared();
        const said = await (await hub.socket()).auth(await hub.library(), token);
        return said === 'authenticated' ? 'it was let in' : null;
      },
    }),
  ),
];
