import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { HeadMovedError, headsOf, moveHeads } from '../../../src/hub/store/heads.ts';
import { RoomLog } from '../../../src/hub/store/log.ts';
import { nextOf } from '../../../src/hub/store/meta.ts';
import type { Store } from '../../../src/hub/store/sqlite.ts';
import { MIGRATIONS, openStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'musubi-heads-'));
let store: Store | null = null;
async function opened(steps = MIGRATIONS): Promise<Store> {
  store = await openStore(folder, 0, steps);
  return store;
}
afterEach(async () => {
  await store?.close();
  store = null;
  rmSync(folder, { recursive: true, force: true });
});

const entry = (room: string, n: number) => ({
  room,
  member: 'ann',
  device: 1,
  at: n,
  bytes: new Uint8Array([n % 256]),
  changes: [{ root: 'items', key: `k${n}`, value: n }],
});
const nothing = () => undefined;

describe('the heads of rooms', () => {
  it('move from the row that a writer knows, and not where another moved them', async () => {
    const { db } = await opened();
    const move = (seq: number, was: number) =>
      db.transaction().execute((within) => moveHeads(within, [{ room: 'a', seq, was }]));
    await move(3, 0);
    await expect(move(2, 0)).rejects.toThrow(HeadMovedError);
    await move(4, 3);
    expect(await headsOf(db, ['a', 'b'])).toEqual(
      new Map([
        ['a', 4],
        ['b', 0],
      ]),
    );
  });

  it('number the rows of each room on, over a restart and whatever was compacted', async () => {
    const first = await opened();
    const log = new RoomLog(first.db, nothing);
    const rows = Array.from({ length: 300 }, (_, n) => entry(n % 3 === 0 ? 'a' : 'b', n));
    await Promise.all(rows.map((row) => log.append(row, nothing)));
    await first.close();
    const { db } = await opened();
    await new RoomLog(db, nothing).append(entry('a', 300), nothing);
    const numbers = await db
      .selectFrom('log')
      .select(['seq', 'at'])
      .where('room', '=', 'a')
      .orderBy('seq')
      .execute();
    expect(numbers).toEqual(Array.from({ length: 101 }, (_, n) => ({ seq: n + 1, at: n * 3 })));
    const { versions } = await db
      .selectFrom('version')
      .select(({ fn }) => fn.countAll<number>().as('versions'))
      .executeTakeFirstOrThrow();
    expect(versions).toBe(301);
  });

  it('refuse the rows of a writer that was overtaken, and take its next ones', async () => {
    const { db } = await opened();
    const [one, other] = [new RoomLog(db, nothing), new RoomLog(db, nothing)];
    await one.append(entry('a', 1), nothing);
    await other.append(entry('a', 2), nothing);
    await expect(one.append(entry('a', 3), nothing)).rejects.toThrow('written by another meanwhile: a');
    await one.append(entry('a', 4), nothing);
    const rows = await db.selectFrom('log').select(['seq', 'at']).orderBy('seq').execute();
    expect(rows).toEqual([
      { seq: 1, at: 1 },
      { seq: 2, at: 2 },
      { seq: 3, at: 4 },
    ]);
  });

  it('are found in the rows of a store from before', async () => {
    const older = { ...MIGRATIONS };
    delete older['0090-heads'];
    const { db, close } = await opened(older);
    const log = { device: 1, at: 0, bytes: new Uint8Array() };
    const version = { part: 0, root: 'items', key: 'k', member: 'ann', device: 1, at: 0, value: null };
    await db
      .insertInto('log')
      .values({ room: 'a', seq: 7, ...log })
      .execute();
    await db
      .insertInto('version')
      .values({ room: 'b', seq: 8, ...version })
      .execute();
    await db.insertInto('snapshot').values({ room: 'c', upto: 9, bytes: new Uint8Array() }).execute();
    await close();
    const heads = await headsOf((await opened()).db, ['a', 'b', 'c']);
    expect([...heads.values()]).toEqual([7, 8, 9]);
  });

  it('go with a room that is dropped', async () => {
    const { db } = await opened();
    const log = new RoomLog(db, nothing);
    await log.append(entry('a', 1), nothing);
    await log.drop('a');
    expect(await db.selectFrom('head').selectAll().execute()).toEqual([]);
    await log.append(entry('a', 2), nothing);
    expect(await headsOf(db, ['a'])).toEqual(new Map([['a', 1]]));
  });
});

describe('a sequence', () => {
  it('gives no number twice, to whoever asks at once', async () => {
    const { db } = await opened();
    const numbers = await Promise.all(Array.from({ length: 40 }, () => nextOf(db, 'session')));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect([await nextOf(db, 'rows', 9, 5), await nextOf(db, 'rows', 9, 2)]).toEqual([14, 16]);
  });
});
