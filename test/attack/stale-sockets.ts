import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import type { RawSocket } from './raw-socket.ts';
import { until } from './until.ts';

const heard = ({ updates }: RawSocket, words: string) =>
  updates.some((update) => Buffer.from(update).includes(words));

/** What the founder writes, seen by somebody who may. */
async function secret(hub: HubUnderAttack, words: string): Promise<void> {
  const room = await hub.library();
  const [witness, writer] = [await hub.inRoom(hub.admin, room), await hub.open(hub.admin, room)];
  writer.doc.getMap('items').set('secret', { words });
  await hub.answered(writer);
  await until(() => heard(witness, words), 'the founder’s words to be sent');
}

type End = 'member.remove' | 'device.remove' | 'erase';
const ended = (hub: HubUnderAttack, { joined: { member, device } }: Person, end: End) =>
  hub.must(end === 'device.remove' ? { do: end, device } : { do: end, member });

async function open(at: Target, end: End): Promise<string | null> {
  const hub = await at.hub();
  const mallory = await hub.join('member', 'Mallory');
  const socket = await hub.inRoom(mallory, await hub.library());
  await socket.state();
  await ended(hub, mallory, end);
  await secret(hub, 'for those who are here');
  return heard(socket, 'for those who are here') ? 'an open socket goes on hearing the room' : null;
}

/** A room is asked for at the moment at which who asks is removed. */
async function opening(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  const sockets: RawSocket[] = [];
  for (let n = 0; n < 25; n += 1) {
    const mallory = await hub.join('member', 'Mallory');
    const socket = await hub.socket();
    sockets.push(socket);
    const asked = socket.auth(n % 2 ? room : `library/20${10 + n}-01`, mallory.token).catch(() => '');
    await Promise.all([ended(hub, mallory, 'member.remove'), asked]);
    if (n % 2 === 0) await hub.must({ do: 'self.listed', listed: true });
  }
  await secret(hub, 'for those who are here');
  const late = sockets.filter((socket) => heard(socket, 'for those who are here'));
  return late.length === 0 ? null : `${late.length} of those who are removed hear the room`;
}

/** Updates are on their way while their writer is erased: whatever was answered, nothing of theirs stays. */
async function writing(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const mallory = await hub.join('member', 'Mallory');
  const socket = await hub.inRoom(mallory, await hub.library());
  const doc = new Y.Doc();
  doc.clientID = mallory.joined.device * RANGE + 1;
  for (let n = 0; n < 200; n += 1) {
    const before = Y.encodeStateVector(doc);
    doc.getMap('items').set(`w${n}`, { words: 'written by Mallory' });
    void socket.update(Y.encodeStateAsUpdate(doc, before)).catch(() => '');
    if (n === 100) void ended(hub, mallory, 'erase');
  }
  await until(
    async () => (await hub.do({ do: 'erase', member: mallory.joined.member })).status === 200,
    'it',
  );
  const { body } = await hub.post('/api/export', {}, hub.admin.token);
  return body.includes('written by Mallory') ? 'something of who was erased is in the export' : null;
}

/** A viewer's device that still believes it may write. */
async function demoted(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const mallory = await hub.join('member', 'Mallory');
  const socket = await hub.inRoom(mallory, await hub.library());
  const { member, device } = mallory.joined;
  await hub.must({ do: 'member.role', member, role: 'viewer' });
  const doc = new Y.Doc();
  doc.clientID = device * RANGE + 1;
  doc.getMap('items').set('after', { words: 'after the fall' });
  const said = await socket.update(Y.encodeStateAsUpdate(doc));
  const { body } = await hub.post('/api/export', {}, hub.admin.token);
  if (body.includes('after the fall')) return 'it stands in the room';
  return said === 'taken' ? 'it was said to be taken' : null;
}

const ENDS = { 'member.remove': 'removed', 'device.remove': 'without a device', erase: 'erased' } as const;

export const staleSockets: readonly Attack[] = [
  ...(Object.keys(ENDS) as End[]).map(
    (end): Attack => ({
      area: 'rights',
      name: `an open room of somebody who is ${ENDS[end]}`,
      run: (at) => open(at, end),
    }),
  ),
  { area: 'rights', name: '25 rooms opened at the moment of a removal', run: opening },
  { area: 'rights', name: '200 updates while their writer is erased', run: writing },
  { area: 'rights', name: 'an update of somebody who was just made a viewer', run: demoted },
];
