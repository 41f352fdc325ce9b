import * as Y from 'yjs';
import { authorsOf, ownersOf } from '../../src/team/authors.ts';
import { TeamMember } from '../../src/team/team-items.ts';
import { RANGE } from '../../src/workspace/room.ts';
import { devicesOf } from '../../src/workspace/rooms/item-devices.ts';
import type { Attack, Target } from './attack.ts';
import { handmade, item, WORD } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';

interface Place {
  readonly room: string;
  readonly root: string;
  readonly key: string;
}

/** Who wrote something: by the export, by its past, and as every device works it out. */
async function recorded(hub: HubUnderAttack, { room, root, key }: Place): Promise<Record<string, string>> {
  const all = JSON.parse((await hub.post('/api/export', {}, hub.admin.token)).body) as {
    rooms: Record<string, Record<string, Record<string, unknown>>>;
    authors: Record<string, Record<string, Record<string, { last: string }>>>;
  };
  if (JSON.stringify(all.rooms[room]?.[root]?.[key] ?? '').includes('"by"')) return { export: 'by' };
  const past = JSON.parse((await hub.post('/api/history', { room, root, key }, hub.admin.token)).body) as {
    versions: readonly { member: string }[];
  };
  const [items, team] = [await hub.open(hub.admin, room), await hub.open(hub.admin, 'team')];
  const members = [...team.doc.getMap('members').values()].map((one) => TeamMember.parse(one));
  const shown = authorsOf(devicesOf(items.doc.getMap(root), key), ownersOf(members, hub.admin.joined));
  return {
    export: all.authors[room]?.[root]?.[key]?.last ?? 'nobody',
    past: past.versions[0]?.member ?? 'nobody',
    shown: shown.last || 'nobody',
  };
}

async function isOf(hub: HubUnderAttack, place: Place, { joined }: Person): Promise<string | null> {
  const wrong = Object.entries(await recorded(hub, place)).find(([, who]) => who !== joined.member);
  return wrong ? `by the ${wrong[0]} it is of ${wrong[1]}` : null;
}

async function write(hub: HubUnderAttack, who: Person, { room, root, key }: Place, value: unknown) {
  const device = await hub.open(who, room);
  device.doc.getMap(root).set(key, value);
  await hub.answered(device);
  device.close();
}

/** Something that says it is the founder's. */
async function claimed(at: Target, root: string, role: 'member' | 'manager'): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join(role, 'Mallory');
  const room = root === 'decisions' ? 'board' : await hub.library();
  const place = { room, root, key: `k-${mallory.joined.device}` };
  await write(hub, mallory, place, { id: place.key, by: hub.admin.joined.member, text: 'Not of hers' });
  return isOf(hub, place, mallory);
}

/** The founder's own words, bent by another. */
async function bent(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const place = { room: await hub.library(), root: 'comments', key: `c-${mallory.joined.device}` };
  await write(hub, hub.admin, place, { text: 'Hers', by: hub.admin.joined.member });
  await write(hub, mallory, place, { text: 'Bent', by: hub.admin.joined.member });
  return isOf(hub, place, mallory);
}

/** An edit of the same key that was made without having seen hers, and falls below it: nobody ever sees it. */
async function below(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const eve = await hub.join('member', 'Eve');
  const late = await hub.join('member', 'Late');
  const place = { room: await hub.library(), root: 'items', key: `b-${eve.joined.device}` };
  await write(hub, late, place, { title: 'Of Late' });
  const socket = await hub.inRoom(eve, place.room);
  await socket.update(handmade(eve.joined.device * RANGE + 7, 0, [item(8, WORD, 'items', place.key)]));
  const room = await hub.open(hub.admin, place.room);
  const map = room.doc.getMap('items');
  const first = devicesOf(map, place.key)[0];
  if (JSON.stringify(map.get(place.key)) !== '{"title":"Of Late"}') return isOf(hub, place, eve);
  return first === late.joined.device ? null : `it is said to be begun by device ${first}`;
}

async function underTheirId(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const doc = new Y.Doc();
  doc.clientID = hub.admin.joined.device * RANGE + 900_000 + mallory.joined.device;
  doc.getMap('items').set('stolen-id', { title: 'Not of hers' });
  const socket = await hub.inRoom(mallory, await hub.library());
  const said = await socket.update(Y.encodeStateAsUpdate(doc));
  return said === 'taken' ? 'it was taken' : null;
}

/** Who was erased is the author of nothing, and gives nothing of others' to the hub. */
async function erased(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const place = { room: await hub.library(), root: 'items', key: `e-${mallory.joined.device}` };
  await write(hub, hub.admin, place, { title: 'Hers' });
  await write(hub, mallory, place, { title: 'Bent', by: hub.admin.joined.member });
  await hub.must({ do: 'erase', member: mallory.joined.member });
  return isOf(hub, place, hub.admin);
}

export const forgedAuthors: readonly Attack[] = [
  ...(['items', 'posts', 'comments'] as const).map(
    (root): Attack => ({
      area: 'rights',
      name: `one of the ${root} is written in the founder's name`,
      run: (at) => claimed(at, root, 'member'),
    }),
  ),
  {
    area: 'rights',
    name: "a decision is written in the founder's name",
    run: (at) => claimed(at, 'decisions', 'manager'),
  },
  { area: 'rights', name: "the founder's comment is written over", run: bent },
  { area: 'rights', name: "an edit is slipped below a colleague's", run: below },
  { area: 'rights', name: "an item is written under an id of the founder's device", run: underTheirId },
  { area: 'rights', name: 'an item that an erased member had changed', run: erased },
];
