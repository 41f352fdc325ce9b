import * as Y from 'yjs';
import { RoomLog } from '../../src/hub/store/log.ts';
import { RANGE } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import type { Attack, Target } from './attack.ts';
import { handmade, item, made, WORD } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import type { RawSocket } from './raw-socket.ts';
import { until } from './until.ts';

const MB = 1 << 20;
const words = (length: number, n: number) => `${n}`.padEnd(length, 'x');

/** An update of many items by a session of a person's device. */
const items = (person: Person, session: number, keys: readonly string[], length = 10) =>
  made(person.joined.device, (doc) => {
    doc.clientID = person.joined.device * RANGE + session;
    doc.transact(() => {
      for (const [n, key] of keys.entries())
        doc.getMap('items').set(key, { at: session, words: words(length, n) });
    });
  });
const keys = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `f${from + n}`);

/** A room of 5,000 small items. */
async function filled(hub: HubUnderAttack, room: string): Promise<RawSocket> {
  const socket = await hub.inRoom(hub.admin, room);
  for (let n = 0; n < 5; n += 1) {
    const said = await socket.update(items(hub.admin, 10 + n, keys(1000, n * 1000)));
    if (said !== 'taken') throw new Error(`thousand ${n}: ${said}`);
  }
  return socket;
}

const single = (person: Person, session: number, key: string) =>
  handmade(person.joined.device * RANGE + session, 0, [item(8, WORD, 'items', key)]);

async function oneTooMany(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  const socket = await filled(hub, room);
  const edit = await socket.update(items(hub.admin, 50, ['f7']));
  const said = await socket.update(single(hub.admin, 51, 'one-more'));
  const next = await (await hub.inRoom(hub.admin, `${room}/2`)).update(single(hub.admin, 52, 'one-more'));
  const asked = { room, root: 'items', key: 'one-more' };
  const { versions } = JSON.parse((await hub.post('/api/history', asked, hub.admin.token)).body);
  if (edit !== 'taken') return `an edit in a full room: ${edit}`;
  if (said !== 'closed: full') return `item 5,001: ${said}`;
  if (next !== 'taken') return `the same in the next part: ${next}`;
  return versions.length === 1 ? null : `history of it: ${JSON.stringify(versions)}`;
}

async function tooEarly(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  const said = await (await hub.inRoom(hub.admin, `${room}/2`)).update(single(hub.admin, 5, 'hidden'));
  const far = await (await hub.inRoom(hub.admin, `${room}/77`)).update(single(hub.admin, 6, 'hidden'));
  return said === 'closed: part' && far === 'closed: part' ? null : `part 2: ${said}, part 77: ${far}`;
}

async function noSuchPart(at: Target, name: (month: string, own: string) => string): Promise<string | null> {
  const hub = await at.shared();
  const room = await hub.library();
  const own = hub.admin.joined.member;
  const said = await (await hub.socket()).auth(name(room.slice('library/'.length), own), hub.admin.token);
  return said === 'authenticated' ? 'it was opened' : null;
}

/** Items of nearly a megabyte, until no more is taken; how many were. */
async function fatten(hub: HubUnderAttack, room: string): Promise<{ taken: number; said: string }> {
  let [taken, said] = [0, ''];
  for (; taken < 40; taken += 1) {
    const socket = await hub.inRoom(hub.admin, room);
    said = await socket.update(items(hub.admin, 100 + taken, [`fat${taken}`], 900_000));
    socket.close();
    if (said !== 'taken') break;
  }
  return { taken, said };
}

async function fatItems(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  const { taken, said } = await fatten(hub, room);
  const state = await (await hub.inRoom(hub.admin, room)).state();
  if (said !== 'closed: full' || state.byteLength > 9 * MB)
    return `${taken} megabytes were taken, then ${said}`;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getMap('items').size === taken ? null : 'not all of it came';
}

/** Nothing that is written over and over makes a room too large to be opened. */
async function fatEdits(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  let said = '';
  for (let n = 0; n < 14; n += 1) {
    const socket = await hub.inRoom(hub.admin, room);
    said = await socket.update(items(hub.admin, 200 + n, ['same'], 900_000));
    socket.close();
  }
  const state = await (await hub.inRoom(hub.admin, room)).state();
  return state.byteLength < 2 * MB ? null : `${state.byteLength} bytes for one item, at last ${said}`;
}

/** A folder with a room of an older hub, which had no bound. */
async function fatFolder(at: Target, megabytes: number, room: string): Promise<string> {
  const folder = at.folder();
  const store = await openStore(folder);
  const log = new RoomLog(store.db, () => undefined);
  for (let n = 0; n < megabytes; n += 1) {
    const bytes = made(900_000, (doc) => {
      doc.clientID = 900_000 * RANGE + 1 + n;
      doc.getMap('items').set(`old${n}`, { at: 1, words: words(MB, n) });
    });
    const changes = [{ root: 'items', key: `old${n}`, value: 1 }];
    await log.append({ room, member: 'old', device: 900_000, at: 0, bytes, changes }, () => undefined);
  }
  await store.close();
  return folder;
}

const OLD = 'library/2025-03';

async function olderRoom(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await fatFolder(at, 14, OLD) });
  const device = await hub.open(hub.admin, OLD);
  const size = device.doc.getMap('items').size;
  const said = await (await hub.inRoom(hub.admin, OLD)).update(single(hub.admin, 5, 'more'));
  if (size !== 14) return `${size} of 14 items came`;
  return said === 'closed: full' ? null : `one more item: ${said}`;
}

/** A reader that sleeps in the middle of a large room gets all of it when it wakes up. */
async function sleeper(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await fatFolder(at, 14, OLD) });
  const socket = await hub.inRoom(hub.admin, OLD);
  socket.step();
  socket.pause();
  const awake = await hub.inRoom(hub.admin, OLD);
  await awake.state();
  socket.resume();
  await until(() => socket.states.length > 0 || socket.ended !== '', 'the room', 20_000);
  return socket.ended ? `the sleeper was ended: ${socket.ended}` : null;
}

/** Sixty lines ask for fourteen megabytes each, three times, and read none. */
async function unread(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await fatFolder(at, 14, OLD) });
  await (await hub.inRoom(hub.admin, OLD)).state();
  const before = hub.process.memory().now;
  for (let n = 0; n < 60; n += 1) {
    const socket = await hub.inRoom(hub.admin, OLD).catch(() => null);
    for (let step = 0; step < 3; step += 1) socket?.step();
    socket?.pause();
  }
  const status = (await hub.ask('/healthz')).status;
  const grew = hub.process.memory().most - before;
  if (status !== 200) return `a neighbour was answered with ${status}`;
  return grew < 700 ? null : `the hub grew by ${grew.toFixed(0)} MB`;
}

/** One line opens what it does not read, and asks for it again and again. */
async function oneUnread(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await fatFolder(at, 14, OLD) });
  const socket = await hub.inRoom(hub.admin, OLD);
  const before = hub.process.memory().now;
  for (let n = 0; n < 100; n += 1) socket.step();
  socket.pause();
  await (await hub.inRoom(hub.admin, OLD)).state();
  const grew = hub.process.memory().most - before;
  return grew < 400 ? null : `the hub grew by ${grew.toFixed(0)} MB for one line`;
}

const PARTS: readonly (readonly [string, (month: string, own: string) => string])[] = [
  ['part 1 by its number', (month) => `library/${month}/1`],
  ['part 02', (month) => `library/${month}/02`],
  ['part 100', (month) => `library/${month}/100`],
  ['a part of a part', (month) => `library/${month}/2/2`],
  ['a part of what the hub writes', (month) => `results/${month}/2`],
  ['a part of the team', () => 'team/2'],
  ["a part of a colleague's own", (month) => `member/somebody/${month}/2`],
  ['a part of next year', () => 'library/2999-01/2'],
];

async function viewerInPart(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const room = await hub.library();
  await filled(hub, room);
  const viewer = await hub.join('viewer', 'Vic');
  const said = await (await hub.inRoom(viewer, `${room}/2`)).update(single(viewer, 1, 'v'));
  return said === 'closed: reader' ? null : `a viewer in the next part: ${said}`;
}

/** A member writes megabytes over and over, into one part after the other; a colleague's thing is taken. */
async function monthFull(at: Target): Promise<string | null> {
  const hub = await at.hub({ env: { MUSUBI_WRITTEN: '6' } });
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const month = (await hub.library()).slice('library/'.length);
  const rooms = [`library/${month}`, 'library/2025-03', 'library/2025-04', await hub.own(eve)];
  let [taken, said] = [0, ''];
  for (; taken < 12 && said !== 'closed: quota'; taken += 1) {
    const root = rooms[taken % 4]?.startsWith('member') ? 'events' : 'items';
    const socket = await hub.inRoom(eve, rooms[taken % 4] ?? '');
    const update = made(eve.joined.device, (doc) => {
      doc.clientID = eve.joined.device * RANGE + 300 + taken;
      doc.getMap(root).set(`q${taken}`, { words: words(900_000, taken) });
    });
    said = await socket.update(update);
    socket.close();
  }
  const other = await (await hub.inRoom(bob, `library/${month}`)).update(single(bob, 1, 'mine'));
  if (said !== 'closed: quota') return `${taken} times 0.9 MB were taken of one who may write 6 MB`;
  return other === 'taken' ? null : `a colleague's thing: ${other}`;
}

export const fatAttacks: readonly Attack[] = [
  { area: 'rooms', name: 'a member fills the disk through rooms that they may write', run: monthFull },
  { area: 'rooms', name: 'item 5,001 is put into a room', run: oneTooMany },
  { area: 'rooms', name: 'a part is written that nobody reads yet', run: tooEarly },
  { area: 'rooms', name: 'a viewer writes into the next part of a full room', run: viewerInPart },
  { area: 'rooms', name: 'a room is filled with items of a megabyte', run: fatItems },
  { area: 'rooms', name: 'one item of a megabyte is written over and over', run: fatEdits },
  { area: 'rooms', name: 'a room of an older hub has 14 MB', run: olderRoom },
  { area: 'rooms', name: 'a reader sleeps in the middle of 14 MB', run: sleeper },
  { area: 'rooms', name: 'sixty lines ask for 14 MB each and read none', run: unread },
  { area: 'rooms', name: 'one line asks a hundred times for 14 MB and reads none', run: oneUnread },
  ...PARTS.map(
    ([name, of]): Attack => ({
      area: 'rooms',
      name: `a room is opened by the name of ${name}`,
      run: (at) => noSuchPart(at, of),
    }),
  ),
];
