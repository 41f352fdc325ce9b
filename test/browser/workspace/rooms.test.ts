import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { TABLES } from '../../../src/app/declared.ts';
import { eraseAll } from '../../../src/privacy/erase.ts';
import { readTableUsage } from '../../../src/privacy/table-usage.ts';
import { openWorkspace } from '../../../src/workspace/open.ts';
import { sweepRooms } from '../../../src/workspace/rooms/databases.ts';
import { acknowledge, refuse, resendAll } from '../../../src/workspace/rooms/outbox.ts';
import { edits, replicas, roomStores, sent } from '../../../src/workspace/rooms/tables.ts';
import { until } from '../stage.tsx';
import { DEVICE, databases, fill, itemsOf, onStage, page, put, ROOM, read, stage } from './rooms-stage.ts';

onStage();

describe('an edit', () => {
  it('is durable before it is seen, and leaves nothing behind where it could not be', async () => {
    const rooms = page();
    await put(rooms, 0);
    vi.spyOn(stage.workspace, 'together').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(put(rooms, 1)).rejects.toThrow('the disk is full');
    expect([...itemsOf(rooms).keys()]).toEqual(['i0']);
    expect(await stage.workspace.rows(edits).count()).toBe(1);
    await put(rooms, 2);
    expect([...itemsOf(rooms).keys()]).toEqual(['i0', 'i2']);
    expect(rooms.room(ROOM).isGappy).toBe(false);
  });

  it('is there after the room’s database is lost, its row stored until that and the hub have it', async () => {
    const rooms = page();
    await fill(rooms, 5);
    await put(rooms, 0, { at: 2 });
    rooms.close();
    const lost = { room: ROOM, database: `${stage.workspace.diary.name}:room another`, bytes: 0 };
    await stage.workspace.put(roomStores, lost);
    const again = page();
    expect(await read(again)).toBe(5);
    expect(itemsOf(again).get('i0')).toEqual({ at: 2 });
    await acknowledge(stage.workspace, ROOM, again.room(ROOM).reached(), 1);
    await again.room(ROOM).stored();
    again.close();
    expect(await stage.workspace.rows(edits).count()).toBe(6);
    expect(await read(page())).toBe(5);
    await until(async () => expect(await stage.workspace.rows(edits).count()).toBe(0));
    await until(async () => {
      const [size] = await readTableUsage(stage.workspace, [roomStores]);
      const stored = (await stage.workspace.rows(roomStores).get(ROOM))?.bytes ?? 0;
      expect(stored).toBeGreaterThan(50);
      expect(size?.bytes).toBeGreaterThan(stored + 50);
    });
  });

  it('is drawn three times at the most where its room is replaced again and again', async () => {
    const rooms = page();
    await put(rooms, 0);
    const { together } = stage.workspace;
    let tries = 0;
    vi.spyOn(stage.workspace, 'together').mockImplementation(async (tables, work) => {
      if (tables.some(({ name }) => name === edits.name)) {
        tries += 1;
        await stage.workspace.rows(roomStores).clear();
      }
      return together(tables, work);
    });
    vi.spyOn(rooms.room(ROOM).constructor.prototype, 'database', 'get').mockReturnValue('another');
    await expect(put(rooms, 1)).rejects.toThrow('again and again');
    expect(tries).toBe(3);
  });
});

describe('what the hub does not take, or has no more', () => {
  it.each([
    ['a refusal', () => refuse(stage.workspace, ROOM, 'value')],
    ['a new epoch', () => resendAll(stage.workspace)],
  ])('empties the room in every page by %s, and its database goes', async (_, happen) => {
    const [one, other] = [page(), page()];
    await put(one, 1);
    await other.room(ROOM).ready;
    const [before] = await databases();
    await happen();
    one.discard([ROOM]);
    await until(async () => expect([await read(one), await read(other)]).toEqual([0, 0]));
    await until(async () => expect(await databases()).not.toContain(before));
    await put(other, 2);
    await until(() => expect([...itemsOf(one).keys()]).toEqual(['i2']));
  });
});

it('shows in each page what another one writes first into a room, and stores it once', async () => {
  const [one, other] = [page(), page()];
  await Promise.all([one.room(ROOM).ready, other.room(ROOM).ready]);
  expect(await databases()).toEqual([]);
  await fill(one, 10);
  await until(() => expect(itemsOf(other).size).toBe(10));
  await put(other, 10);
  await until(() => expect(itemsOf(one).size).toBe(11));
  expect([await databases(), await stage.workspace.rows(edits).count()]).toMatchObject([{ length: 1 }, 11]);
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
  await acknowledge(stage.workspace, ROOM, rooms.room(ROOM).reached(), 1);
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
  const stale = `${stage.workspace.diary.name}:room ${ROOM} stale`;
  const request = indexedDB.open(stale);
  await new Promise<void>((done) => {
    request.onsuccess = () => {
      request.result.close();
      done();
    };
  });
  await sweepRooms(stage.workspace);
  expect(await databases()).toEqual([rooms.room(ROOM).database]);
  await put(rooms, 2);
  expect(await read(rooms)).toBe(2);
  await eraseAll(stage.workspace, TABLES);
  expect(await databases()).toEqual([]);
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
    for (const update of updates) await stage.workspace.put(replicas, { room: ROOM, update });
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
      await stage.workspace.put(sent, {
        ...row,
        id: `${ROOM} items i${n}`,
        key: `i${n}`,
        value: { n },
        clock: n,
      });
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
    expect([await stage.workspace.rows(replicas).count(), await stage.workspace.rows(edits).count()]).toEqual(
      [0, 1],
    );
    one.close();
    other.close();
    expect(await read(page())).toBe(25);
    // Without its database, what waits is still whole where the rest is there.
    const [row] = await stage.workspace.rows(edits).toArray();
    const hub = new Y.Doc();
    for (let n = 0; n < 20; n += 1) hub.getMap('items').set(`h${n}`, n);
    Y.applyUpdate(hub, row?.update ?? new Uint8Array());
    expect(['i0', 'i4'].map((key) => hub.getMap('items').get(key))).toEqual([{ n: 0 }, { n: 4 }]);
  });

  it('is opened by the next version of the diary as it is', async () => {
    await writeOld();
    stage.workspace.close();
    stage.workspace = openWorkspace(TABLES, stage.workspace.diary.name);
    const rooms = page();
    await rooms.moveOld();
    expect(await stage.workspace.rows(replicas).count()).toBe(0);
    expect(await read(rooms)).toBe(25);
  });
});
