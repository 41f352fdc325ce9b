import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../../src/workspace/open.ts';
import { leftToPut, moveTo, refuse, roomsWaiting } from '../../../src/workspace/rooms/outbox.ts';
import type { Items } from '../../../src/workspace/rooms/room-items.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { edits, sent } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace } from '../stage.tsx';

const ROOM = 'library/2026-11';
const items = (count: number, from = 0, more: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ key: `i${from + n}`, value: { at: 1, n: from + n, ...more } }));

let workspace: Workspace;
let rooms: Rooms;
let shown: Items;
const stop = new AbortController();
beforeEach(() => {
  workspace = ownWorkspace();
  rooms = new Rooms(workspace, 7, (room) => room.startsWith('library/'));
  shown = new Map();
});
afterEach(async () => {
  rooms.close();
  await workspace.diary.delete();
});

const watch = (from: Rooms) =>
  from.watch(
    ROOM,
    'items',
    (told) => {
      shown = told;
    },
    stop.signal,
  );
const countIn = (room: string) => workspace.rows(sent).where({ room, state: 'waiting' }).count();

describe('a room that is full', () => {
  it('goes on in its next part, shows all of them as one, and is edited where an item stands', async () => {
    watch(rooms);
    await rooms.putAll(ROOM, 'items', items(5010));
    expect([await countIn(ROOM), await countIn(`${ROOM}/2`)]).toEqual([5000, 10]);
    expect(shown.size).toBe(5010);
    await rooms.put(ROOM, 'items', 'i3', { at: 2 });
    await rooms.put(ROOM, 'items', 'i5005', { at: 2 });
    await rooms.put(`${ROOM}/2`, 'items', 'i4', { at: 2 });
    expect([await countIn(ROOM), await countIn(`${ROOM}/2`)]).toEqual([5000, 10]);
    expect(['i3', 'i4', 'i5005'].map((key) => shown.get(key))).toEqual([{ at: 2 }, { at: 2 }, { at: 2 }]);
    const later = new Rooms(workspace, 7, (room) => room.startsWith('library/'));
    shown = new Map();
    watch(later);
    await vi.waitFor(() => expect(shown.size).toBe(5010), 5000);
    later.close();
  });

  it('has no further part where the hub alone writes it', async () => {
    await rooms.putAll('results/2026-11', 'days', items(5010));
    expect(await countIn('results/2026-11')).toBe(5010);
  });
});

describe('what is written', () => {
  it('is cut into edits that a hub takes', async () => {
    await rooms.putAll(ROOM, 'items', items(30, 0, { words: 'x'.repeat(30_000) }));
    const updates = await workspace.rows(edits).toArray();
    expect(updates.length).toBeGreaterThan(5);
    expect(Math.max(...updates.map(({ update }) => update.byteLength))).toBeLessThan(200_000);
  });

  it('is not accepted at once where no hub would take it, and the rest is', async () => {
    const large = { key: 'large', value: { at: 1, words: 'あ'.repeat(400_000) } };
    await rooms.putAll(ROOM, 'items', [large, ...items(2)]);
    const rows = await workspace.rows(sent).toArray();
    expect(rows.map(({ key, state, reason }) => [key, state, reason]).sort()).toEqual([
      ['i0', 'waiting', ''],
      ['i1', 'waiting', ''],
      ['large', 'refused', 'oversize'],
    ]);
  });
});

describe('what the hub did not take', () => {
  const rowsOf = async () =>
    (await workspace.rows(sent).toArray()).map(({ room, key, state }) => [room, key, state]);

  it('goes into the next part where this one is full, and is put there', async () => {
    await rooms.putAll(ROOM, 'items', items(2));
    await moveTo(workspace, ROOM, `${ROOM}/2`);
    expect(await rowsOf()).toEqual([
      [`${ROOM}/2`, 'i0', 'again'],
      [`${ROOM}/2`, 'i1', 'again'],
    ]);
    rooms.discard([ROOM]);
    const left = await leftToPut(workspace, rooms.room(`${ROOM}/2`));
    await rooms.putInto(`${ROOM}/2`, 'items', left);
    expect((await rowsOf()).map(([room, , state]) => [room, state])).toEqual([
      [`${ROOM}/2`, 'waiting'],
      [`${ROOM}/2`, 'waiting'],
    ]);
  });

  it('waits for the next month, UTC, where this month’s quota is used up, and is put again then', async () => {
    const [last, next] = [Date.UTC(2026, 10, 30, 20), Date.UTC(2026, 11, 1)];
    await rooms.putAll(ROOM, 'items', items(2));
    expect(await refuse(workspace, ROOM, 'quota', last)).toBe(0);
    const rows = await workspace.rows(sent).toArray();
    expect(rows.map(({ state, reason, notBefore }) => [state, reason, notBefore])).toEqual([
      ['again', 'quota', next],
      ['again', 'quota', next],
    ]);
    rooms.discard([ROOM]);
    const left = (now: number) => leftToPut(workspace, rooms.room(ROOM), now);
    expect([await roomsWaiting(workspace, next - 1), await left(next - 1)]).toEqual([[], []]);
    expect(await roomsWaiting(workspace, next)).toEqual([ROOM]);
    await rooms.putInto(ROOM, 'items', await left(next));
    const put = await workspace.rows(sent).toArray();
    expect(put.map(({ state, reason, notBefore }) => [state, reason, notBefore])).toEqual([
      ['waiting', '', undefined],
      ['waiting', '', undefined],
    ]);
    // A clock that is ahead, or a quota that is raised: no later than a day.
    await refuse(workspace, ROOM, 'quota', next);
    expect((await workspace.rows(sent).toArray())[0]?.notBefore).toBe(next + 86_400_000);
  });

  it('is put again where nobody knows which of several it was, and is shown where it is one', async () => {
    await rooms.putAll(ROOM, 'items', items(2));
    expect(await refuse(workspace, ROOM, 'oversize')).toBe(2);
    expect((await rowsOf()).map(([, , state]) => state)).toEqual(['again', 'again']);
    rooms.discard([ROOM]);
    await rooms.putInto(ROOM, 'items', items(1));
    expect(await refuse(workspace, ROOM, 'value')).toBe(0);
    expect((await rowsOf()).map(([, , state]) => state)).toEqual(['refused', 'again']);
  });
});
