import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { TABLES } from '../../../src/app/declared.ts';
import { eraseAll } from '../../../src/privacy/erase.ts';
import { readTableUsage } from '../../../src/privacy/table-usage.ts';
import { openWorkspace, type Workspace } from '../../../src/workspace/open.ts';
import { sweepRooms } from '../../../src/workspace/rooms/databases.ts';
import { acknowledge, refuse, startOver } from '../../../src/workspace/rooms/outbox.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { edits, replicas, roomStores, sent } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace, until } from '../stage.tsx';

const ROOM = 'library/2026-11';
const DEVICE = 7;

let workspace: Workspace;
const opened: Rooms[] = [];
const closing: Workspace[] = [];

/** The rooms of another page of this device. */
function page(of: Workspace = workspace): Rooms {
  const rooms = new Rooms(of, DEVICE);
  opened.push(rooms);
  return rooms;
}
const names = async () =>
  (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(`${workspace.diary.name}:room `) ? [name] : [],
  );
const put = (rooms: Rooms, n: number, value: unknown = { at: 1, n }) =>
  rooms.put(ROOM, 'items', `i${n}`, value);
async function fill(rooms: Rooms, count = 30): Promise<void> {
  for (let n = 0; n < count; n += 1) await put(rooms, n);
}
const itemsOf = (rooms: Rooms) => rooms.room(ROOM).items('items');
async function read(rooms: Rooms): Promise<number> {
  await rooms.room(ROOM).ready;
  return itemsOf(rooms).size;
}

beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const rooms of opened.splice(0)) rooms.close();
  for (const other of closing.splice(0)) other.close();
  await workspace.diary.open();
  await Promise.all([workspace.rows(edits).clear(), workspace.rows(roomStores).clear()]);
  await sweepRooms(workspace);
  await workspace.diary.delete();
});

describe('an edit', () => {
  it('is durable before it is seen, and leaves nothing behind where it could not be', async () => {
    const rooms = page();
    await put(rooms, 0);
    vi.spyOn(workspace, 'together').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(put(rooms, 1)).rejects.toThrow('the disk is full');
    expect([...itemsOf(rooms).keys()]).toEqual(['i0']);
    expect(await workspace.rows(edits).count()).toBe(1);
    await put(rooms, 2);
    expect([...itemsOf(rooms).keys()]).toEqual(['i0', 'i2']);
    expect(rooms.room(ROOM).isGappy).toBe(false);
  });

  it('is there after the room’s database is lost, its row kept until that and the hub have it', async () => {
    const rooms = page();
    await fill(rooms, 5);
    await put(rooms, 0, { at: 2 });
    rooms.close();
    const lost = { room: ROOM, database: `${workspace.diary.name}:room another`, bytes: 0 };
    await workspace.put(roomStores, lost);
    const again = page();
    expect(await read(again)).toBe(5);
    expect(itemsOf(again).get('i0')).toEqual({ at: 2 });
    await acknowledge(workspace, ROOM, again.room(ROOM).reached(), 1);
    await again.room(ROOM).stored();
    again.close();
    expect(await workspace.rows(edits).count()).toBe(6);
    expect(await read(page())).toBe(5);
    await until(async () => expect(await workspace.rows(edits).count()).toBe(0));
    await until(async () => {
      const [size] = await readTableUsage(workspace, [roomStores]);
      const stored = (await workspace.rows(roomStores).get(ROOM))?.bytes ?? 0;
      expect(stored).toBeGreaterThan(50);
      expect(size?.bytes).toBeGreaterThan(stored + 50);
    });
  });

  it('is drawn three times at the most where its room is replaced again and again', async () => {
    const rooms = page();
    await put(rooms, 0);
    const { together } = workspace;
    let tries = 0;
    vi.spyOn(workspace, 'together').mockImplementation(async (tables, work) => {
      if (tables.some(({ name }) => name === edits.name)) {
        tries += 1;
        await workspace.rows(roomStores).clear();
      }
      return together(tables, work);
    });
    vi.spyOn(rooms.room(ROOM).constructor.prototype, 'database', 'get').mockReturnValue('another');
    await expect(put(rooms, 1)).rejects.toThrow('again and again');
    expect(tries).toBe(3);
  });
});

/** Replaces how a row is added to a room's own database; the diary's tables are named otherwise. */
function failing(
  act: (
    store: IDBObjectStore,
    add: (key?: IDBValidKey) => IDBRequest<IDBValidKey>,
  ) => IDBRequest<IDBValidKey>,
) {
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
    const run = (other?: IDBValidKey) => add.call(this, value, other ?? key);
    return this.name === 'updates' ? act(this, run) : run();
  });
}

const FAILURES: readonly (readonly [string, () => void])[] = [
  [
    'a write that throws',
    () =>
      failing(() => {
        throw new DOMException('no', 'InvalidStateError');
      }),
  ],
  [
    'a transaction that is aborted',
    () =>
      failing((store, add) => {
        const request = add();
        store.transaction.abort();
        return request;
      }),
  ],
  [
    'a request that fails',
    () =>
      // Every row by the same number.
      failing((_, add) => add(1)),
  ],
  [
    'a database that does not open',
    () => {
      const open = indexedDB.open.bind(indexedDB);
      vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
        if (name.includes(':room ')) throw new DOMException('no', 'UnknownError');
        return open(name, version);
      });
    },
  ],
];

/** What the library does with a failure of the disk is not ours to catch: its promises are nobody's. */
function quietly(): AbortController {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  addEventListener(
    'unhandledrejection',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  return stop;
}

describe('a room’s database', () => {
  let quiet: AbortController;
  beforeEach(() => {
    quiet = quietly();
  });
  afterEach(() => quiet.abort());

  it.each(FAILURES)('loses nothing by %s, and says so', async (_, fail) => {
    fail();
    const rooms = page();
    await fill(rooms);
    expect([await read(rooms), await workspace.rows(edits).count()]).toEqual([30, 30]);
    await until(() => expect(workspace.troubles.current).toBe('rooms'));
    rooms.close();
    vi.restoreAllMocks();
    expect(await read(page())).toBe(30);
  });

  it('is set aside where a row of it cannot be read, and nothing of ours is missing', async () => {
    const rooms = page();
    await fill(rooms);
    await rooms.room(ROOM).stored();
    rooms.close();
    const [name = ''] = await names();
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const writing = db.transaction('updates', 'readwrite');
    writing.objectStore('updates').add(new Uint8Array([9, 9, 9, 9]));
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    db.close();
    const again = page();
    expect(await read(again)).toBe(30);
    expect(again.room(ROOM).database).not.toBe(name);
    await again.room(ROOM).stored();
    again.close();
    expect(await read(page())).toBe(30);
  });

  it('keeps what other pages wrote while one lets go of it', async () => {
    const writer = page();
    await put(writer, 0);
    await writer.room(ROOM).stored();
    for (let round = 0; round < 5; round += 1) {
      // As a page that has not heard of the others' rows: y-indexeddb reads them only when it merges.
      const deaf = page(workspace);
      await deaf.room(ROOM).ready;
      const { store } = deaf.room(ROOM) as unknown as { store: { merge(): Promise<void> } };
      vi.spyOn(deaf.room(ROOM), 'receive').mockReturnValue();
      for (let n = 0; n < 4; n += 1) await put(writer, 1 + round * 4 + n);
      await writer.room(ROOM).stored();
      const merged = store.merge();
      deaf.close();
      await merged;
    }
    writer.close();
    await workspace.rows(edits).clear();
    expect(await read(page())).toBe(21);
  });
});

describe('what the hub does not take, or has no more', () => {
  it.each([
    ['a refusal', () => refuse(workspace, ROOM, 'value')],
    ['a new epoch', () => startOver(workspace)],
  ])('empties the room in every page by %s, and its database goes', async (_, happen) => {
    const [one, other] = [page(), page()];
    await put(one, 1);
    await other.room(ROOM).ready;
    const [before] = await names();
    await happen();
    one.startAgain([ROOM]);
    await until(async () => expect([await read(one), await read(other)]).toEqual([0, 0]));
    await until(async () => expect(await names()).not.toContain(before));
    await put(other, 2);
    await until(() => expect([...itemsOf(one).keys()]).toEqual(['i2']));
  });
});

it('shows in each page what another one writes first into a room, and stores it once', async () => {
  const [one, other] = [page(), page()];
  await Promise.all([one.room(ROOM).ready, other.room(ROOM).ready]);
  expect(await names()).toEqual([]);
  await fill(one, 10);
  await until(() => expect(itemsOf(other).size).toBe(10));
  await put(other, 10);
  await until(() => expect(itemsOf(one).size).toBe(11));
  expect([await names(), await workspace.rows(edits).count()]).toMatchObject([{ length: 1 }, 11]);
});

it('is closed where nobody looks at it and nothing waits, and opened again by its next use', async () => {
  const rooms = page();
  const dropped: string[] = [];
  rooms.follow({ opened: () => undefined, dropped: (all) => void dropped.push(...all) });
  const stop = new AbortController();
  rooms.watch(ROOM, 'items', () => undefined, stop.signal);
  await put(rooms, 1);
  const later = Date.now() + 3_600_000;
  await rooms.closeIdle(later);
  stop.abort();
  await rooms.closeIdle(later);
  expect(dropped).toEqual([]);
  await acknowledge(workspace, ROOM, rooms.room(ROOM).reached(), 1);
  await rooms.closeIdle();
  expect(dropped).toEqual([]);
  await rooms.closeIdle(later);
  expect(dropped).toEqual([ROOM]);
  expect(await read(rooms)).toBe(1);
});

it('goes with everything that is erased, but not while it is the team’s', async () => {
  const rooms = page();
  await put(rooms, 1);
  await rooms.room(ROOM).stored();
  const stale = `${workspace.diary.name}:room ${ROOM} stale`;
  const request = indexedDB.open(stale);
  await new Promise<void>((done) => {
    request.onsuccess = () => {
      request.result.close();
      done();
    };
  });
  await sweepRooms(workspace);
  expect(await names()).toEqual([rooms.room(ROOM).database]);
  await put(rooms, 2);
  expect(await read(rooms)).toBe(2);
  await eraseAll(workspace, TABLES);
  expect(await names()).toEqual([]);
  await until(async () => expect(await read(rooms)).toBe(0));
});

describe('the table of before', () => {
  /** As the version before wrote: rows of updates, and what waits of them. */
  async function writeOld(): Promise<void> {
    const [others, own] = [new Y.Doc(), new Y.Doc()];
    const updates: Uint8Array[] = [];
    for (const [doc, client] of [
      [others, 3 * 2 ** 20],
      [own, DEVICE * 2 ** 20 + 1],
    ] as const) {
      doc.clientID = client;
      doc.on('update', (update: Uint8Array) => updates.push(update));
    }
    for (let n = 0; n < 20; n += 1) others.getMap('items').set(`o${n}`, { n });
    Y.applyUpdate(own, Y.encodeStateAsUpdate(others));
    for (let n = 0; n < 5; n += 1) own.getMap('items').set(`i${n}`, { n });
    own.getMap('items').set('o0', { n: 'ours' });
    for (const update of updates) await workspace.put(replicas, { room: ROOM, update });
    const row = {
      room: ROOM,
      root: 'items',
      client: own.clientID,
      at: 1,
      state: 'waiting',
      sent: 0,
      reason: '',
    } as const;
    for (let n = 0; n < 5; n += 1)
      await workspace.put(sent, { ...row, id: `${ROOM} items i${n}`, key: `i${n}`, value: { n }, clock: n });
  }

  it('moves into the room’s database once, whatever is under way when it ends, and what waits is in the edits', async () => {
    await writeOld();
    // Ended before the database had it: closed at once, in two pages.
    for (const rooms of [page(), page()]) {
      rooms.room(ROOM);
      rooms.close();
    }
    const [one, other] = [page(), page()];
    expect(await Promise.all([read(one), read(other)])).toEqual([25, 25]);
    expect(itemsOf(one).get('o0')).toEqual({ n: 'ours' });
    expect([await workspace.rows(replicas).count(), await workspace.rows(edits).count()]).toEqual([0, 1]);
    one.close();
    other.close();
    expect(await read(page())).toBe(25);
    // Without its database, what waits is still whole where the rest is there.
    const [row] = await workspace.rows(edits).toArray();
    const hub = new Y.Doc();
    for (let n = 0; n < 20; n += 1) hub.getMap('items').set(`h${n}`, n);
    Y.applyUpdate(hub, row?.update ?? new Uint8Array());
    expect(['i0', 'i4'].map((key) => hub.getMap('items').get(key))).toEqual([{ n: 0 }, { n: 4 }]);
  });

  it('is opened by the next version of the diary as it is', async () => {
    await writeOld();
    workspace.close();
    workspace = openWorkspace(TABLES, workspace.diary.name);
    const rooms = page();
    await rooms.moveOld();
    expect(await workspace.rows(replicas).count()).toBe(0);
    expect(await read(rooms)).toBe(25);
  });
});
