import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Disk } from '../../../src/hub/store/disk.ts';

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
    one.ran(text, isWithin);
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

test('whom the disk failed is answered so, and the next is not', async () => {
  const { disk: one, ends } = disk();
  const first = one.settled();
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  ends[0]?.fail(new Error('EIO'));
  await expect(first).rejects.toThrow('EIO');
  const second = one.settled();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.end();
  await expect(second).resolves.toBeUndefined();
  await one.close();
});
