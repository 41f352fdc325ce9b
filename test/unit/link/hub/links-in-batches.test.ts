import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refused } from '../../../../src/hub/people/authorised-transaction.ts';
import type { Store } from '../../../../src/hub/store/sqlite.ts';
import { DeclaredLinks } from '../../../../src/link/hub/declared-links.ts';
import { Links } from '../../../../src/link/hub/links.ts';
import type { SharedLink } from '../../../../src/link/link.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { aLink } from '../../../attack/link.ts';
import { openStore } from '../../hub/store.ts';

const BOB = { member: 'bob', device: 1 };
let folder: string;
let store: Store;
let links: Links;
const logged: string[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  logged.length = 0;
  const log = (what: string) => void logged.push(what);
  const parts = { db: store.db, now: () => 1, log, own: () => new Set<string>(), isLeader: () => false };
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

describe('links that could not be registered', () => {
  const change = (link: SharedLink) => ({ root: 'links', key: link.id, value: link });
  const failing = (times: number) => {
    const commits = vi.spyOn(store.db, 'transaction');
    for (let n = 0; n < times; n += 1)
      commits.mockImplementationOnce(() => {
        throw new Error('the disk is full');
      });
    return commits;
  };

  it('are registered with the next ones and before them, and the log has it', async () => {
    const [first, second] = [await aLink(), await aLink()];
    const commits = failing(2);
    links.declare(BOB, [change(first)], 1);
    await links.settled();
    expect([links.get(first.id), logged]).toEqual([undefined, ['links-not-registered']]);
    links.declare(BOB, [change({ ...first, title: 'Later' }), change(second)], 2);
    await links.settled();
    expect(logged).toHaveLength(2);
    await links.settled();
    expect(commits).toHaveBeenCalledTimes(4);
    expect([links.get(first.id)?.link.title, links.get(second.id)?.member]).toEqual(['Later', 'bob']);
    const rows = await store.db.selectFrom('link').select('id').execute();
    expect(rows.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  });

  it('are tried again, though nobody declares another', async () => {
    const first = await aLink();
    failing(2);
    links.declare(BOB, [change(first)], 1);
    const turn = () => links.answer('none', null, async () => refused('unknown'));
    await turn();
    links.retry();
    await turn();
    expect([links.get(first.id), logged.length]).toEqual([undefined, 2]);
    links.retry();
    await turn();
    expect(links.get(first.id)?.member).toBe('bob');
  });

  it('are forgotten with a member who is erased meanwhile', async () => {
    const [first, second] = [await aLink(), await aLink()];
    failing(1);
    links.declare(BOB, [change(first)], 1);
    links.declare({ member: 'cy', device: 2 }, [change(second)], 1);
    await links.answer('none', null, async () => refused('unknown'));
    links.forget('bob');
    await links.settled();
    expect([links.get(first.id), links.get(second.id)?.member]).toEqual([undefined, 'cy']);
    const rows = await store.db.selectFrom('link').select('member').execute();
    expect(rows).toEqual([{ member: 'cy' }]);
  });
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
