import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type Entry, RoomLog } from '../../../src/hub/store/log.ts';
import { type Store, TakenError } from '../../../src/hub/store/sqlite.ts';
import { all, replica } from './rooms.ts';
import { openStore } from './store.ts';

const alarm = vi.fn();
let folder: string;
let store: Store;
let log: RoomLog;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  log = new RoomLog(store.db, alarm.mockReset());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const nothing = () => {};
const entry = (bytes: Uint8Array, changes: Entry['changes'] = []): Entry => ({
  room: 'board',
  member: 'ann',
  device: 3,
  at: 7,
  bytes,
  changes,
});
/** Updates of one replica, an edit each. */
function edits(count: number): Uint8Array[] {
  const doc = replica(3);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (let at = 0; at < count; at++) doc.getMap('items').set(`k${at % 7}`, at);
  return made;
}
const appendAll = (doc: Y.Doc, updates: readonly Uint8Array[]) =>
  Promise.all(updates.map((bytes) => log.append(entry(bytes), () => Y.applyUpdate(doc, bytes))));
async function loaded(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  await new RoomLog(store.db, alarm).load('board', doc);
  return doc;
}
const rows = async () => (await store.db.selectFrom('log').select('seq').execute()).length;

describe('the log of the rooms', () => {
  it('gives back what it answered, after the store was opened again', async () => {
    const doc = new Y.Doc();
    await appendAll(doc, edits(450));
    await store.close();
    store = await openStore(folder);
    expect(all(await loaded())).toEqual(all(doc));
  });

  it('writes who changed what in the same commit', async () => {
    const changes = [
      { root: 'items', key: 'a', value: { n: 1 } },
      { root: 'items', key: 'b' },
    ];
    await log.append(entry(edits(1)[0] ?? new Uint8Array(), changes), nothing);
    expect(await store.db.selectFrom('version').select(['seq', 'key', 'member', 'value']).execute()).toEqual([
      { seq: 1, key: 'a', member: 'ann', value: '{"n":1}' },
      { seq: 1, key: 'b', member: 'ann', value: null },
    ]);
  });

  it('is busy from the turn a row is queued until it is applied', async () => {
    const seen: boolean[] = [];
    const answer = log.append(entry(edits(1)[0] ?? new Uint8Array()), () => seen.push(log.isBusy('board')));
    expect(log.isBusy('board')).toBe(true);
    await log.settled();
    await answer;
    expect([...seen, log.isBusy('board')]).toEqual([true, false]);
  });

  it('applies nothing and answers no where the disk fails, and goes on after', async () => {
    const apply = vi.fn();
    const [bytes = new Uint8Array()] = edits(1);
    await store.db.schema.alterTable('version').renameTo('away').execute();
    await expect(log.append(entry(bytes, [{ root: 'items', key: 'a' }]), apply)).rejects.toThrow();
    expect(apply).not.toHaveBeenCalled();
    expect([await rows(), log.isBusy('board')]).toEqual([0, false]);
    await store.db.schema.alterTable('away').renameTo('version').execute();
    await log.append(entry(bytes), apply);
    expect(apply).toHaveBeenCalledOnce();
  });

  it('sets a bad row aside with an alarm, and keeps the rest', async () => {
    const doc = new Y.Doc();
    await log.append(entry(Uint8Array.from([9, 9, 9])), nothing);
    await appendAll(doc, edits(3));
    expect(all(await loaded())).toEqual(all(doc));
    expect(alarm).toHaveBeenCalledWith('board', 1, expect.anything());
  });

  it('compacts a long tail only, and numbers on after it', async () => {
    const doc = new Y.Doc();
    const updates = edits(40);
    await appendAll(doc, updates.slice(0, 30));
    expect([await log.compact('board', doc, 31), await rows()]).toEqual([false, 30]);
    expect([await log.compact('board', doc, 30), await rows()]).toEqual([true, 0]);
    log = new RoomLog(store.db, alarm);
    await appendAll(doc, updates.slice(30));
    expect((await store.db.selectFrom('log').select('seq').execute())[0]).toEqual({ seq: 31 });
    expect(all(await loaded())).toEqual(all(doc));
  });

  it('does not open a folder that another hub holds, and keeps its epoch', async () => {
    await expect(openStore(folder)).rejects.toThrow(TakenError);
    const epoch = () => store.db.selectFrom('meta').selectAll().execute();
    const first = await epoch();
    await store.close();
    store = await openStore(folder);
    expect(await epoch()).toEqual(first);
  });
});
