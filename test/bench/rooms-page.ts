import * as Y from 'yjs';
import { TABLES } from '../../src/app/declared.ts';
import { finished, settled } from '../../src/workspace/idb.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/open.ts';
import { HubConnection } from '../../src/workspace/rooms/connection.ts';
import { acknowledge } from '../../src/workspace/rooms/outbox.ts';
import { Rooms } from '../../src/workspace/rooms/rooms.ts';
import { edits, replicas, roomStores, sent, sentId } from '../../src/workspace/rooms/tables.ts';
import { damage, quietly, WRITE_FAILURES } from '../browser/workspace/storage-failures.ts';
import { anItem } from './an-item.ts';
import { OldRooms } from './old-rooms/rooms.ts';

export type Kind = 'old' | 'new';

const DEVICE = 7;
const ROOT = 'items';
/** How long the hub's answers are waited for, ms. */
const PATIENCE = 30_000;
const valueAt = (n: number) => ({
  id: `item-${n}`,
  at: n,
  words: `秋の深煎り「夕凪」ができました ${n} `.repeat(6),
});
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ key: `item-${n}`, value: valueAt(n) }));
const roomAt = (at: number) => `library/2026-${at}`;

/** The database in which the first room of a diary stands. */
async function openRoom(diary: string): Promise<IDBDatabase> {
  const workspace = openWorkspace(TABLES, diary);
  const { database = '' } = (await workspace.rows(roomStores).get(roomAt(0))) ?? {};
  workspace.close();
  return settled(indexedDB.open(database));
}

function openPlain(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
  return settled(request);
}

function putPlain(db: IDBDatabase, row: object): Promise<void> {
  const writing = db.transaction('rows', 'readwrite', { durability: 'strict' });
  writing.objectStore('rows').add(row);
  return finished(writing);
}

const openIn = (kind: Kind, workspace: Workspace) =>
  kind === 'old' ? new OldRooms(workspace, DEVICE) : new Rooms(workspace, DEVICE);
/** As a team has them: rooms that people write go on in further parts. */
const openToEdit = (kind: Kind, workspace: Workspace) =>
  kind === 'old' ? new OldRooms(workspace, DEVICE) : new Rooms(workspace, DEVICE, () => true);

async function settleAll(workspace: Workspace, rooms: number): Promise<void> {
  const first = new Rooms(workspace, DEVICE);
  for (let at = 0; at < rooms; at += 1) {
    await first.room(roomAt(at)).ready;
    await acknowledge(workspace, roomAt(at), first.room(roomAt(at)).reached(), 1);
    await first.room(roomAt(at)).stored();
  }
  first.close();
  // What the hub and the room's own database have goes at an opening.
  const second = new Rooms(workspace, DEVICE);
  for (let at = 0; at < rooms; at += 1) await second.room(roomAt(at)).ready;
  while ((await workspace.rows(edits).count()) > 0) await new Promise((done) => setTimeout(done, 20));
  second.close();
}

/** A room at a hub, and a device of it. */
export interface AtHub {
  readonly address: string;
  readonly token: string;
  readonly device: number;
  readonly room: string;
}

/** Storage fails as `failure` says while so many items are written with no hub, in a page that ends with it. */
async function writeFailing(diary: string, { device, room }: AtHub, failure: string, count: number) {
  const workspace = openWorkspace(TABLES, diary);
  const fail = WRITE_FAILURES[failure];
  const heal = fail?.();
  const rooms = new Rooms(workspace, device);
  for (let n = 0; n < count; n += 1) {
    const id = `${diary}-${n}`;
    await rooms.put(room, ROOT, id, anItem(id, n + 1, `edit ${n}`));
  }
  if (!fail) await rooms.room(room).stored();
  const { database } = rooms.room(room);
  rooms.close();
  if (!fail) await damage(database ?? '');
  workspace.close();
  return heal;
}

/** Has what waits sent by a page that is opened then; answers with how many the hub has answered for, in the end. */
async function sendAll(diary: string, { address, token, device, room }: AtHub, count: number) {
  const workspace = openWorkspace(TABLES, diary);
  const rooms = new Rooms(workspace, device);
  const connection = new HubConnection({
    workspace,
    rooms,
    address,
    session: async () => ({ token, epoch: 'of-a-bench' }),
    endSession: () => undefined,
    epoch: async () => '',
    keepEpoch: async () => undefined,
    changed: () => undefined,
    now: Date.now,
  });
  const answered = () => workspace.rows(sent).where({ room, state: 'sent' }).count();
  const until = Date.now() + PATIENCE;
  while ((await answered()) < count && Date.now() < until) await new Promise((turn) => setTimeout(turn, 20));
  const there = await answered();
  connection.close();
  rooms.close();
  workspace.close();
  return there;
}

declare global {
  /** Says to the bench, outside the browser, that an edit is acknowledged. */
  var musubiAcked: (n: number) => Promise<void>;
}

/** Everything the bench does inside an extension page. */
const bench = {
  /** Fills so many rooms with so many items each, all of them at the hub. */
  async fill(kind: Kind, diary: string, rooms: number, items: number): Promise<void> {
    const workspace = openWorkspace(TABLES, diary);
    const into = openIn(kind, workspace);
    for (let at = 0; at < rooms; at += 1) await into.putAll(roomAt(at), ROOT, entriesOf(items));
    if (kind === 'new') for (let at = 0; at < rooms; at += 1) await (into as Rooms).room(roomAt(at)).stored();
    into.close();
    if (kind === 'new') await settleAll(workspace, rooms);
    workspace.close();
  },

  /** Milliseconds until so many rooms are open with all that is in them; the diary is open by then. */
  async open(kind: Kind, diary: string, rooms: number, items: number): Promise<number> {
    const workspace = openWorkspace(TABLES, diary);
    await workspace.rows(sent).limit(1).toArray();
    const began = performance.now();
    const from = openIn(kind, workspace);
    const replicas = Array.from({ length: rooms }, (_, at) => from.room(roomAt(at)));
    await Promise.all(replicas.map(({ ready }) => ready));
    const took = performance.now() - began;
    const found = replicas.reduce((sum, { doc }) => sum + doc.getMap(ROOT).size, 0);
    from.close();
    workspace.close();
    if (found !== rooms * items) throw new Error(`${found} items of ${rooms * items} were there (${kind})`);
    return took;
  },

  /** Milliseconds of single edits, each begun when the one before is durable. */
  async edit(kind: Kind, diary: string, count: number): Promise<number[]> {
    const workspace = openWorkspace(TABLES, diary);
    const rooms = openToEdit(kind, workspace);
    await rooms.room(roomAt(0)).ready;
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const entry = { key: `edit-${n % 60}`, value: { ...valueAt(n), at: Math.random() } };
      const began = performance.now();
      await rooms.putAll(roomAt(0), ROOT, [entry]);
      took.push(performance.now() - began);
    }
    rooms.close();
    workspace.close();
    return took;
  },

  /** Milliseconds of single rows that are put as durably as an edit, by the browser alone. */
  async putRows(count: number): Promise<number[]> {
    const db = await openPlain('bench-rows');
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const began = performance.now();
      await putPlain(db, valueAt(n));
      took.push(performance.now() - began);
    }
    db.close();
    return took;
  },

  /** Whether a database that is none of Musubi's has what this left there before. */
  async witness(): Promise<boolean> {
    const db = await openPlain('bench-witness');
    const there = await settled(db.transaction('rows').objectStore('rows').count());
    await putPlain(db, valueAt(0));
    db.close();
    return there > 0;
  },

  /** Writes one edit after the other until it is killed. `keys`: over so many keys, over and over; 0: each of its own. */
  async writeOn(diary: string, from: number, count: number, keys: number): Promise<void> {
    const rooms = new Rooms(openWorkspace(TABLES, diary), DEVICE);
    for (let n = from; n < from + count; n += 1) {
      const key = keys > 0 ? `over-${n % keys}` : `own-${n}`;
      await rooms.putAll(roomAt(0), ROOT, [{ key, value: { at: n } }]);
      void globalThis.musubiAcked(n);
    }
  },

  /** What a room shows: the number at each key, and whether something in it waits for what is missing. */
  async shown(diary: string): Promise<{ items: [string, number][]; gappy: boolean }> {
    const workspace = openWorkspace(TABLES, diary);
    const rooms = new Rooms(workspace, DEVICE);
    const replica = rooms.room(roomAt(0));
    await replica.ready;
    const items = [...replica.items(ROOT)].map(([key, value]): [string, number] => [
      key,
      (value as { at: number }).at,
    ]);
    const gappy = replica.isGappy;
    rooms.close();
    workspace.close();
    return { items, gappy };
  },

  /** Keeps a room open in this page, with its database, and writes so many edits at once with the other pages. */
  async join(diary: string, tag: string): Promise<void> {
    const rooms = new Rooms(openWorkspace(TABLES, diary), DEVICE);
    await rooms.put(roomAt(0), ROOT, `joined-${tag}`, { at: 0 });
    await rooms.room(roomAt(0)).stored();
    globalThis.musubiJoined = rooms;
  },
  async writeMany(tag: string, count: number): Promise<void> {
    const rooms = globalThis.musubiJoined;
    for (let n = 0; n < count; n += 1) await rooms?.put(roomAt(0), ROOT, `${tag}-${n}`, { at: n });
    await rooms?.room(roomAt(0)).stored();
  },
  /** Answers when the room shows so many items here. */
  async untilJoined(count: number): Promise<void> {
    const size = () => globalThis.musubiJoined?.room(roomAt(0)).items(ROOT).size ?? 0;
    for (
      const until = Date.now() + PATIENCE;
      size() !== count;
      await new Promise((turn) => setTimeout(turn, 20))
    )
      if (Date.now() > until) throw new Error(`${size()} items of ${count} are shown`);
  },

  /** The key of the last row of the room's own database: behind it stand edits, and no opening's whole state. */
  async lastRow(diary: string): Promise<number> {
    const db = await openRoom(diary);
    const keys = await settled(db.transaction('updates').objectStore('updates').getAllKeys());
    db.close();
    return Number(keys.at(-1) ?? 0);
  },

  /** How many items stand in more than one row behind that one, or in none, and in more than one row of the diary. */
  async twice(diary: string, behind: number, items: number): Promise<{ twice: number; rows: number }> {
    const db = await openRoom(diary);
    const range = IDBKeyRange.lowerBound(behind, true);
    const stored: Uint8Array[] = await settled(
      db.transaction('updates').objectStore('updates').getAll(range),
    );
    db.close();
    const workspace = openWorkspace(TABLES, diary);
    const written = (await workspace.rows(edits).toArray()).map(({ update }) => update);
    workspace.close();
    const [inRoom, inDiary] = [standing(stored), standing(written)];
    const missing = Math.max(0, items - new Set(inRoom).size);
    const again = [inRoom, inDiary].reduce((sum, all) => sum + all.length - new Set(all).size, 0);
    return { twice: again + missing, rows: stored.length };
  },

  /**
   * Writes while storage fails, and has it sent by a page that opens it then. How many the hub answered for, and how many
   * the room shows when storage is well again.
   */
  async failing(diary: string, hub: AtHub, failure: string, count: number): Promise<[number, number]> {
    const quiet = quietly();
    const heal = await writeFailing(diary, hub, failure, count);
    const answered = await sendAll(diary, hub, count);
    heal?.();
    quiet.abort();
    const workspace = openWorkspace(TABLES, diary);
    const rooms = new Rooms(workspace, hub.device);
    await rooms.room(hub.room).ready;
    const own = [...rooms.room(hub.room).items(ROOT).keys()].filter((key) => key.startsWith(`${diary}-`));
    rooms.close();
    workspace.close();
    return [answered, own.length];
  },

  /** Writes rooms as the version before wrote them, with edits of this device that wait; gives these. */
  async fillOld(diary: string, rooms: number, items: number, waiting: number): Promise<void> {
    const workspace = openWorkspace(TABLES, diary);
    for (let at = 0; at < rooms; at += 1) {
      const doc = new Y.Doc();
      const rows: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => rows.push(update));
      doc.clientID = 3 * 2 ** 20 + at;
      const entries = entriesOf(items);
      for (let n = 0; n < items; n += 100)
        doc.transact(() => {
          for (const { key, value } of entries.slice(n, n + 100)) doc.getMap(ROOT).set(key, value);
        });
      doc.clientID = DEVICE * 2 ** 20 + 1;
      const mine = Array.from({ length: waiting }, (_, n) => ({ key: `mine-${n}`, value: valueAt(n) }));
      for (const { key, value } of mine) doc.getMap(ROOT).set(key, value);
      const client = doc.clientID;
      await workspace.rows(replicas).bulkAdd(rows.map((update) => ({ room: roomAt(at), update })));
      await workspace.rows(sent).bulkAdd(
        mine.map(({ key, value }, clock) => {
          const id = sentId(roomAt(at), ROOT, key);
          const row = { id, room: roomAt(at), root: ROOT, key, value, client, clock, at: 1 };
          return { ...row, state: 'waiting' as const, sent: 0, reason: '' };
        }),
      );
    }
    workspace.close();
  },

  /** Moves all rooms out of the table of before; answers when none is left there. */
  async move(diary: string): Promise<void> {
    const workspace = openWorkspace(TABLES, diary);
    const rooms = new Rooms(workspace, DEVICE);
    await rooms.moveOld();
    rooms.close();
    workspace.close();
  },

  /** What is missing after the move: items in the rooms, items in what waits for the hub, rows that were not moved. */
  async missing(diary: string, rooms: number, items: number, waiting: number): Promise<number> {
    const workspace = openWorkspace(TABLES, diary);
    const from = new Rooms(workspace, DEVICE);
    let missing = await workspace.rows(replicas).count();
    for (let at = 0; at < rooms; at += 1) {
      const replica = from.room(roomAt(at));
      await replica.ready;
      missing += items + waiting - replica.items(ROOT).size;
      const rows = await workspace.rows(edits).where('room').equals(roomAt(at)).toArray();
      const taken = new Y.Doc();
      for (const { update } of rows) Y.applyUpdate(taken, update);
      missing += waiting - taken.getMap(ROOT).size;
    }
    from.close();
    workspace.close();
    return missing;
  },
};

/** Every item of some updates, as the clock of its client. */
const standing = (rows: readonly Uint8Array[]): string[] =>
  rows.flatMap((row) =>
    Y.decodeUpdate(row).structs.flatMap(({ id, length }) =>
      Array.from({ length }, (_, at) => `${id.client}.${id.clock + at}`),
    ),
  );

declare global {
  var musubiRooms: typeof bench;
  var musubiJoined: Rooms | undefined;
}
globalThis.musubiRooms = bench;
