import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { Disk } from '../../../src/hub/store/disk.ts';
import { RoomLog } from '../../../src/hub/store/log.ts';
import type { Tables } from '../../../src/hub/store/tables.ts';
import { ClickLog } from '../../../src/link/hub/click-log.ts';
import { openStore } from './store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'musubi-disk-'));
  writeFileSync(join(folder, 'hub.sqlite-wal'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A disk whose syncs are counted, and which ends those beside only when it is let. */
function disk() {
  const now = vi.fn();
  const ends: { end: () => void; fail: (error: Error) => void }[] = [];
  const later = vi.fn(() => new Promise<void>((end, fail) => ends.push({ end, fail })));
  return { now, later, ends, disk: new Disk(join(folder, 'hub.sqlite'), { now, later }) };
}

const INSERT = 'insert into "meta" ("name") values (?)';

test.each([
  ['a statement that stands for itself', [INSERT], 1],
  ['a change of tables', ['alter table "meta" add column "x"'], 1],
  ['a transaction, once', ['begin', INSERT, INSERT, 'commit'], 1],
  ['a transaction that only reads', ['begin', 'select * from "meta"', 'commit'], 0],
  ['what was taken back', ['begin', INSERT, 'rollback'], 0],
  ['what need not wait', [`${INSERT} /* later */`], 0],
  ['a transaction of which a part need not wait', ['begin', INSERT, `${INSERT} /* later */`, 'commit'], 0],
  ['what comes behind such', ['begin', `${INSERT} /* later */`, 'commit', INSERT], 1],
  ['what comes behind one taken back', ['begin', `${INSERT} /* later */`, 'rollback', INSERT], 1],
])('%s', async (_, texts, synced) => {
  const { disk: one, now } = disk();
  let isWithin = false;
  for (const text of texts) {
    isWithin = text === 'begin' || (isWithin && text !== 'commit' && text !== 'rollback');
    one.afterStatement(text, isWithin);
  }
  expect(now).toHaveBeenCalledTimes(synced);
  await one.close();
});

test('who asks together waits together; who asks while the disk is at work waits for the next', async () => {
  const { disk: one, later, ends } = disk();
  const over: string[] = [];
  const ask = (name: string) => void one.settled().then(() => over.push(name));
  const passed = () => new Promise((go) => setImmediate(go));
  ask('a');
  ask('b');
  await passed();
  ask('c');
  await passed();
  expect(later).toHaveBeenCalledTimes(1);
  ends[0]?.end();
  await passed();
  expect(over).toEqual(['a', 'b']);
  expect(later).toHaveBeenCalledTimes(2);
  ends[1]?.end();
  await passed();
  expect(over).toEqual(['a', 'b', 'c']);
  await one.close();
});

test('once the disk failed nobody is answered any more, until the next start', async () => {
  const { disk: one, now, later, ends } = disk();
  const first = one.settled();
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  ends[0]?.fail(new Error('EIO'));
  await expect(first).rejects.toThrow('cannot be brought to its disk');
  await expect(one.settled()).rejects.toThrow('cannot be brought to its disk');
  expect(() => one.afterStatement(INSERT, false)).toThrow('cannot be brought to its disk');
  expect([now.mock.calls.length, later.mock.calls.length]).toEqual([0, 1]);
  await one.close();
});

test('one that failed in the same turn is broken too', async () => {
  const { disk: one, now } = disk();
  now.mockImplementationOnce(() => {
    throw new Error('EIO');
  });
  expect(() => one.afterStatement(INSERT, false)).toThrow('cannot be brought to its disk');
  await expect(one.settled()).rejects.toThrow('cannot be brought to its disk');
  expect(() => one.afterStatement(INSERT, false)).toThrow('cannot be brought to its disk');
  expect(now).toHaveBeenCalledTimes(1);
  await one.close();
});

test('closing waits for whoever waits, and what is asked then is refused', async () => {
  const { disk: one, ends } = disk();
  const over: string[] = [];
  void one.settled().then(() => over.push('first'));
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  void one.settled().then(() => over.push('second'));
  const closed = one.close().then(() => over.push('closed'));
  ends[0]?.end();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.end();
  await closed;
  expect(over).toEqual(['first', 'second', 'closed']);
  await expect(one.settled()).rejects.toThrow('closed');
});

describe('is waited for before an answer', () => {
  const NOW = Date.UTC(2026, 10, 30);
  const opened = async () => {
    const ends: { end: () => void; fail: (error: Error) => void }[] = [];
    const later = vi.fn(() => new Promise<void>((end, fail) => ends.push({ end, fail })));
    return {
      ends,
      store: await openStore(join(folder, 'store'), NOW, undefined, { now: () => undefined, later }),
    };
  };
  const click = { link: 'a', word: 'browser', qr: false, visitor: 'v', near: 'n', network: 'w' } as const;
  const known = { ...click, referrer: '', device: 'phone', own: false } as const;
  const entry = { room: 'board', member: 'm', device: 1, at: NOW, bytes: new Uint8Array(2), changes: [] };

  it.each([
    ['of a click', async (db: Kysely<Tables>) => (await ClickLog.open(db, () => NOW)).append(known)],
    ['of an edit', (db: Kysely<Tables>) => new RoomLog(db, () => undefined).append(entry, () => undefined)],
  ])('%s', async (_, append) => {
    for (const outcome of ['written', 'failed'] as const) {
      const { ends, store } = await opened();
      const answers: string[] = [];
      const asked = append(store.db).then(
        () => answers.push('written'),
        () => answers.push('failed'),
      );
      await vi.waitFor(() => expect(ends).toHaveLength(1));
      expect(answers).toEqual([]);
      if (outcome === 'written') ends[0]?.end();
      else ends[0]?.fail(new Error('EIO'));
      await asked;
      expect(answers).toEqual([outcome]);
      await store.close();
    }
  });
});
