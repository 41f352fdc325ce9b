import * as Y from 'yjs';
import { TABLES } from '../../src/app/declared.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/open.ts';
import { acknowledge } from '../../src/workspace/rooms/outbox.ts';
import { Rooms } from '../../src/workspace/rooms/rooms.ts';
import { edits, replicas, roomStores, sent, sentId } from '../../src/workspace/rooms/tables.ts';
import { OldRooms } from './old-rooms/rooms.ts';

export type Kind = 'old' | 'new';

const DEVICE = 7;
const ROOT = 'items';
const valueAt = (n: number) => ({
  id: `item-${n}`,
  at: n,
  words: `秋の深煎り「夕凪」ができました ${n} `.repeat(6),
});
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ key: `item-${n}`, value: valueAt(n) }));
const roomAt = (at: number) => `library/2026-${at}`;

const openIn = (kind: Kind, workspace: Workspace) =>
  kind === 'old' ? new OldRooms(workspace, DEVICE) : new Rooms(workspace, DEVICE);

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
    const rooms = openIn(kind, workspace);
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

  /** Keeps a room open in this page, and writes so many edits at once with the other pages. */
  async join(diary: string): Promise<void> {
    const rooms = new Rooms(openWorkspace(TABLES, diary), DEVICE);
    await rooms.room(roomAt(0)).ready;
    globalThis.musubiJoined = rooms;
  },
  async writeMany(tag: string, count: number): Promise<void> {
    const rooms = globalThis.musubiJoined;
    for (let n = 0; n < count; n += 1) await rooms?.put(roomAt(0), ROOT, `${tag}-${n}`, { at: n });
  },
  joinedSize: () => globalThis.musubiJoined?.room(roomAt(0)).items(ROOT).size ?? 0,

  /** How many edits stand in more than one row: in the room's own database, and in the diary. */
  async twice(diary: string): Promise<{ twice: number; rows: number }> {
    const workspace = openWorkspace(TABLES, diary);
    const { database = '' } = (await workspace.rows(roomStores).get(roomAt(0))) ?? {};
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
    });
    const stored = await new Promise<Uint8Array[]>((resolve) => {
      const request = db.transaction('updates').objectStore('updates').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    const written = (await workspace.rows(edits).toArray()).map(({ update }) => update);
    workspace.close();
    return { twice: repeated(stored) + repeated(written), rows: stored.length };
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

/** Items that stand in more than one row of a single edit; rows of a whole state are openings and merges. */
function repeated(rows: readonly Uint8Array[]): number {
  const seen = new Set<string>();
  let again = 0;
  for (const row of rows) {
    const { structs } = Y.decodeUpdate(row);
    const [one] = structs;
    if (!one || structs.length > 1 || one.length > 1) continue;
    const id = `${one.id.client}.${one.id.clock}`;
    if (seen.has(id)) again += 1;
    seen.add(id);
  }
  return again;
}

declare global {
  var musubiRooms: typeof bench;
  var musubiJoined: Rooms | undefined;
}
globalThis.musubiRooms = bench;
