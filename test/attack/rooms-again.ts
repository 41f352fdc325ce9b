import * as Y from 'yjs';
import { RoomLog } from '../../src/hub/store/log.ts';
import { RANGE } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import type { Attack, Target } from './attack.ts';
import type { Person } from './hub.ts';
import { aLink } from './link.ts';
import { PERSON } from './standing-links.ts';
import { message, text } from './sync-message.ts';
import { until } from './until.ts';

/** A month that is over: nothing else is written into it. */
const OLD = 'library/2025-10';
/** Nobody's device: rooms that are filled before the hub starts are its. */
const NOBODY = 900_000;
/** How long a colleague may wait for something of their own meanwhile, ms. */
const PATIENCE = 1500;

const fields = (n: number) => ({ words: 'x'.repeat(780), n });

/** A folder in which a room holds so many items of 800 bytes. */
async function folderWith(at: Target, room: string, items: number): Promise<string> {
  const folder = at.folder();
  const store = await openStore(folder);
  const log = new RoomLog(store.db, () => undefined);
  const doc = new Y.Doc();
  doc.clientID = NOBODY * RANGE + 1;
  doc.transact(() => {
    for (let n = 0; n < items; n += 1) doc.getMap('items').set(`k${n}`, fields(n));
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  await log.append({ room, member: 'old', device: NOBODY, at: 0, bytes, changes: [] }, () => undefined);
  await store.close();
  return folder;
}

/** A session of a person's device that writes into one room; each change is an update of its own. */
class Writer {
  private readonly doc = new Y.Doc();
  private known: Uint8Array = Y.encodeStateVector(this.doc);
  constructor({ joined }: Person, session = 9) {
    this.doc.clientID = joined.device * RANGE + session;
  }

  /** The update of so many values under keys of a root. */
  write(root: string, values: Iterable<readonly [string, unknown]>): Uint8Array {
    this.doc.transact(() => {
      for (const [key, value] of values) this.doc.getMap(root).set(key, value);
    });
    const update = Y.encodeStateAsUpdate(this.doc, this.known);
    this.known = Y.encodeStateVector(this.doc);
    return update;
  }
}

/** Who is refused a part that is not begun asks for it hundreds of times: how full the one before is, is computed once. */
async function begunAgain(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await folderWith(at, OLD, 2400) });
  const part = `${OLD}/2`;
  const empty = message(part, 0, 2, Uint8Array.of(1, 0));
  const ask = async (times: number) => {
    const socket = await hub.inRoom(hub.admin, part);
    for (let n = 0; n < times; n += 1) socket.send(empty);
    await socket.answer();
    socket.close();
  };
  const once = await hub.cost(() => ask(1));
  const often = await hub.cost(async () => {
    for (let n = 0; n < 30; n += 1) await ask(10);
  });
  return often < 10 * once + 1000
    ? null
    : `it cost ${once.toFixed(0)} ms to ask once and ${often.toFixed(0)} ms to ask 300 times`;
}

/** A room of 4 MB that nobody else has open is opened and left again and again. */
async function opensAgain(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await folderWith(at, OLD, 4600) });
  const viewer = await hub.join('viewer', 'Vic');
  const open = async () => {
    const socket = await hub.inRoom(viewer, OLD).catch(() => null);
    socket?.close();
  };
  const once = await hub.cost(open);
  const often = await hub.cost(async () => {
    for (let n = 0; n < 10; n += 1) await Promise.all([open(), open(), open(), open()]);
  });
  return often < 6 * once + 1000
    ? null
    : `it cost ${once.toFixed(0)} ms to open once and ${often.toFixed(0)} ms to open 40 times`;
}

/** A room of 4 MB is asked for whole by many devices at once, as after a break of the line. */
async function wholeAgain(at: Target): Promise<string | null> {
  const hub = await at.hub({ folder: await folderWith(at, OLD, 4600) });
  const ask = async () => (await hub.inRoom(hub.admin, OLD)).state();
  await ask();
  const often = await hub.cost(async () => {
    for (let n = 0; n < 10; n += 1) await Promise.all([ask(), ask(), ask(), ask()]);
  });
  return often < 6000 ? null : `forty whole rooms cost ${often.toFixed(0)} ms`;
}

/** Thousands of rooms that nobody ever wrote are opened over one socket. */
async function emptyRooms(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const viewer = await hub.join('viewer', 'Vic');
  const socket = await hub.socket();
  const names = Array.from({ length: 3000 }, (_, n) => {
    const month = `${2000 + Math.floor(n / 250)}-${String(1 + (n % 12)).padStart(2, '0')}`;
    return `library/${month}/${2 + Math.floor((n % 250) / 12)}`;
  });
  await socket.auth(OLD, viewer.token);
  const before = hub.process.memory().now;
  for (const name of names) socket.send(message(name, 2, 0, text(viewer.token)));
  await until(() => socket.ended !== '' || socket.answers.length >= 3000, 'all answers', 20_000);
  const grew = hub.process.memory().most - before;
  const opened = socket.answers.filter((one) => one === 'authenticated').length;
  if (opened > 500) return `${opened} rooms are open to one device`;
  return grew < 300 ? null : `the hub grew by ${grew.toFixed(0)} MB`;
}

/** One member declares 1,400 links anew and anew; a colleague's new link leads, and their command is done. */
async function linksAgain(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const links = await Promise.all(Array.from({ length: 1400 }, () => aLink()));
  const [socket, writer] = [await hub.inRoom(eve, await hub.own(eve)), new Writer(eve)];
  const updates = [0, 1, 2, 3].map((turn) =>
    writer.write(
      'links',
      links.map((link) => [link.id, { ...link, paused: turn % 2 === 1 }] as const),
    ),
  );
  const room = await hub.open(bob, await hub.own(bob));
  const link = await aLink();
  const flood = (async () => {
    for (const update of updates) if ((await socket.update(update)) !== 'taken') break;
  })();
  const waited = await hub.took(async () => {
    room.doc.getMap('links').set(link.id, link);
    await hub.answered(room);
    const { status } = await hub.ask(`/${link.id}`, { headers: PERSON });
    if (status !== 302) throw new Error(`a colleague's new link was answered with ${status}`);
    await hub.must({ do: 'self.name', name: 'Bobby' }, bob);
  });
  await flood;
  return waited < PATIENCE ? null : `a colleague waited ${waited.toFixed(0)} ms`;
}

/** A member's own month has several full parts; each of their edits is folded, and only what changed is read. */
async function foldedAgain(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const eve = await hub.join('member', 'Eve');
  const whole = await hub.own(eve);
  for (let part = 1; part <= 3; part += 1) {
    const socket = await hub.inRoom(eve, part === 1 ? whole : `${whole}/${part}`);
    for (let n = 0; n < 6; n += 1) {
      const values = Array.from({ length: 440 }, (_, at) => [`e${part}.${n}.${at}`, fields(at)] as const);
      const said = await socket.update(new Writer(eve, 100 + part * 10 + n).write('events', values));
      if (said !== 'taken') return `part ${part}: ${said}`;
    }
    socket.close();
  }
  const [socket, writer] = [await hub.inRoom(eve, whole), new Writer(eve)];
  const cost = await hub.cost(async () => {
    for (let n = 0; n < 20; n += 1) {
      await socket.update(writer.write('links', [['k', n]]));
      await hub.ask('/healthz');
    }
    await new Promise((over) => setTimeout(over, 500));
  });
  return cost < 3000 ? null : `twenty edits of a few bytes cost ${cost.toFixed(0)} ms`;
}

/** Forty lines of one viewer give commands at once; a colleague's command is done meanwhile. */
async function commandsAtOnce(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const [eve, bob] = [await hub.join('viewer', 'Eve'), await hub.join('member', 'Bob')];
  let isOver = false;
  const floods = Array.from({ length: 40 }, async (_, line) => {
    for (let n = 0; n < 8 && !isOver; n += 1) await hub.do({ do: 'self.name', name: `E${line} ${n}` }, eve);
  });
  const waited = await hub.took(() => hub.must({ do: 'self.name', name: 'Bobby' }, bob));
  isOver = true;
  await Promise.all(floods);
  return waited < PATIENCE ? null : `a colleague waited ${waited.toFixed(0)} ms`;
}

/** A room with 25,000 versions; many lines ask for the history of one key, and of none. */
async function historyAgain(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const eve = await hub.join('member', 'Eve');
  const [socket, writer] = [await hub.inRoom(eve, OLD), new Writer(eve)];
  for (let turn = 0; turn < 5; turn += 1) {
    const values = Array.from({ length: 4900 }, (_, n) => [`k${n}`, turn] as const);
    const said = await socket.update(writer.write('items', values));
    if (said !== 'taken') return `write ${turn}: ${said}`;
  }
  const ask = (key: string) => hub.post('/api/history', { room: OLD, root: 'items', key }, eve.token);
  const first = JSON.parse((await ask('k5')).body) as { versions?: unknown[] };
  if (first.versions?.length !== 5) return `history of one key: ${JSON.stringify(first).slice(0, 200)}`;
  const cost = await hub.cost(async () => {
    for (let n = 0; n < 8; n += 1)
      await Promise.all(Array.from({ length: 12 }, (_, line) => ask(line % 2 ? 'nokey' : 'k5')));
  });
  return cost < 3000 ? null : `96 histories cost ${cost.toFixed(0)} ms`;
}

const AGAIN: readonly (readonly [string, (at: Target) => Promise<string | null>])[] = [
  ['a part that is not begun is asked for 300 times', begunAgain],
  ['a room of 4 MB is opened and left 40 times', opensAgain],
  ['a room of 4 MB is asked for whole 40 times', wholeAgain],
  ['3,000 rooms that nobody wrote are opened over one socket', emptyRooms],
  ['one member declares 1,400 links four times over', linksAgain],
  ['a member with three full parts writes twenty small edits', foldedAgain],
  ['forty lines of one viewer give commands at once', commandsAtOnce],
  ['the history of a room of 25,000 versions is asked for 96 times', historyAgain],
];

/** What is dear once, again and again. */
export const againAttacks: readonly Attack[] = AGAIN.map(([name, run]) => ({ area: 'rooms', name, run }));
