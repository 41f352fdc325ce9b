import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refused } from '../../../../src/hub/people/authorised-transaction.ts';
import type { Store } from '../../../../src/hub/store/sqlite.ts';
import { DeclaredLinks } from '../../../../src/link/hub/declared-links.ts';
import { Links } from '../../../../src/link/hub/links.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { aLink } from '../../../attack/link.ts';
import { openStore } from '../../hub/store.ts';

const BOB = { member: 'bob', device: 1 };
let folder: string;
let store: Store;
let links: Links;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  const parts = { db: store.db, now: () => 1, own: () => new Set<string>(), isLeader: () => false };
  links = await Links.open({ ...parts, rules: () => USUAL_RULES });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('many links are registered in few commits, each as it was declared last, and a command has its turn', async () => {
  const all = await Promise.all(Array.from({ length: 250 }, () => aLink()));
  const commits = vi.spyOn(store.db, 'transaction');
  for (let update = 0; update < 8; update += 1) {
    const changes = all.map((link) => ({
      root: 'links',
      key: link.id,
      value: { ...link, paused: update % 2 === 0 },
    }));
    links.declare(BOB, changes, update + 1);
  }
  let commitsBefore = 0;
  await links.answer('none', null, async () => {
    commitsBefore = commits.mock.calls.length;
    return refused('unknown');
  });
  expect(commitsBefore).toBe(1);
  await links.settled();
  expect(commits.mock.calls.length).toBeLessThanOrEqual(20);
  expect(all.map(({ id }) => links.get(id)?.link.paused)).toEqual(all.map(() => false));
  const rows = await store.db.selectFrom('link').select('record').execute();
  expect(rows.map(({ record }) => JSON.parse(record).paused)).toEqual(all.map(() => false));
});

it('one that could not be registered is none, and the next ones are', async () => {
  const [first, second] = [await aLink(), await aLink()];
  const broken = vi.spyOn(store.db, 'transaction').mockImplementationOnce(() => {
    throw new Error('the disk is full');
  });
  links.declare(BOB, [{ root: 'links', key: first.id, value: first }], 1);
  await links.settled();
  links.declare(BOB, [{ root: 'links', key: second.id, value: second }], 2);
  await links.settled();
  expect(broken).toHaveBeenCalledTimes(2);
  expect([links.get(first.id), links.get(second.id)?.member]).toEqual([undefined, 'bob']);
});

it('a colleague’s link is registered in the next commit, however many others wait', async () => {
  const all = await Promise.all(Array.from({ length: 500 }, () => aLink()));
  const own = await aLink();
  const commits = vi.spyOn(store.db, 'transaction');
  const change = (link: typeof own) => ({ root: 'links', key: link.id, value: link });
  links.declare(BOB, all.map(change), 1);
  links.declare({ member: 'cy', device: 2 }, [change(own)], 1);
  await links.answer('none', null, async () => refused('unknown'));
  expect([commits.mock.calls.length, links.get(own.id)?.member]).toEqual([1, 'cy']);
  await links.settled();
  expect(all.filter(({ id }) => links.get(id)?.member === 'bob')).toHaveLength(500);
});

it('links that are declared while others are registered wait in one row, not in two', async () => {
  const all = await Promise.all(Array.from({ length: 151 }, () => aLink()));
  const changes = all.map((link) => ({ root: 'links', key: link.id, value: link }));
  const batches = vi.spyOn(DeclaredLinks.prototype, 'take');
  links.declare(BOB, changes.slice(0, 1), 1);
  // It is taken out, and not registered yet.
  await Promise.resolve();
  expect(batches).toHaveBeenCalledTimes(1);
  links.declare(BOB, changes.slice(1), 2);
  await links.settled();
  await links.answer('none', null, async () => refused('unknown'));
  const sizes = batches.mock.results.map(({ value }) => (value as unknown[]).length);
  batches.mockRestore();
  expect(sizes).toEqual([1, 100, 50]);
});
