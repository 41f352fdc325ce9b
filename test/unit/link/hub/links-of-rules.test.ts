import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DONE } from '../../../../src/hub/people/authorised-transaction.ts';
import type { Store } from '../../../../src/hub/store/sqlite.ts';
import { Links } from '../../../../src/link/hub/links.ts';
import type { SharedLink } from '../../../../src/link/link.ts';
import { type LinkRules, USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { aLink, TARGET } from '../../../attack/link.ts';
import { openStore } from '../../hub/store.ts';

const BOB = { member: 'bob', device: 1 };
const OTHER = 'https://other.example/new';
let folder: string;
let store: Store;
let links: Links;
let rules: LinkRules;
let at = 1;

const opened = () =>
  Links.open({
    db: store.db,
    now: () => at,
    log: () => undefined,
    own: () => new Set<string>(),
    rules: () => rules,
    isLeader: () => false,
  });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  rules = USUAL_RULES;
  links = await opened();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const declare = async (link: SharedLink) => {
  at += 1000;
  const value = JSON.stringify(link);
  const version = { room: 'member/bob/2026-11', seq: at, part: 0, root: 'links', key: link.id, value };
  await store.db
    .insertInto('version')
    .values({ ...version, ...BOB, at })
    .execute();
  links.declare(BOB, [{ root: 'links', key: link.id, value: link }], at);
  await links.settled();
};
const declared = async (more: Partial<SharedLink> = {}) => {
  const link = await aLink(more);
  await declare(link);
  return link;
};
const decide = (block: readonly string[]) => {
  rules = { ...USUAL_RULES, block: [...block] };
  links.judgeAgain();
};
const stampOf = async (id: string) =>
  Number((await store.db.selectFrom('link').select('stamp').where('id', '=', id).executeTakeFirst())?.stamp);
/** The team changes its rules at the moment at which a commit begins. */
const decideWithin = (block: readonly string[]) => {
  const commit = store.db.transaction.bind(store.db);
  vi.spyOn(store.db, 'transaction').mockImplementationOnce(() => {
    decide(block);
    return commit();
  });
};

describe('a link whose target the team has blocked', () => {
  it.each([
    ['paused', { paused: true }],
    ['ended', { until: 5 }],
    ['renamed', { title: 'Later' }],
  ] as const)(
    'is %s by its owner all the same, and stays so once the target is allowed',
    async (_, change) => {
      const link = await declared();
      decide(['shop.example']);
      await declare({ ...link, ...change });
      expect(links.get(link.id)).toMatchObject({ url: '', link: change });
      decide([]);
      expect(links.get(link.id)).toMatchObject({ url: TARGET, link: change });
      links = await opened();
      expect(links.get(link.id)).toMatchObject({ url: TARGET, link: change });
    },
  );

  it('goes on waiting for a manager where its new target is blocked meanwhile', async () => {
    const link = await declared();
    await declare({ ...link, target: OTHER });
    decide(['other.example']);
    await declare({ ...link, target: OTHER, paused: true });
    const waiting = {
      url: TARGET,
      link: { target: TARGET, paused: true },
      pending: { target: OTHER, paused: true },
    };
    expect(links.get(link.id)).toMatchObject(waiting);
    expect(
      await links.answer(link.id, { target: OTHER }, (work) => work(null as never, null as never)),
    ).toEqual({
      refused: 'unknown',
    });
  });
});

describe('a target that the team has blocked', () => {
  it('is declined alone: the rest of the change is stored, and its owner’s device hears of the link again', async () => {
    const link = await declared();
    decide(['other.example']);
    const before = await stampOf(link.id);
    await declare({ ...link, target: OTHER, title: 'Later' });
    const stored = { url: TARGET, link: { target: TARGET, title: 'Later' }, pending: null };
    expect(links.get(link.id)).toMatchObject(stored);
    const after = await stampOf(link.id);
    expect(after).toBeGreaterThan(before);
    // Also where nothing else was changed.
    await declare({ ...link, target: OTHER, title: 'Later' });
    expect(await stampOf(link.id)).toBeGreaterThan(after);
    // A declaration that was answered is not judged again by later rules, as by those at a restart.
    decide([]);
    links = await opened();
    expect(links.get(link.id)).toMatchObject(stored);
  });

  it('takes the place of one that waited for a manager', async () => {
    const link = await declared();
    await declare({ ...link, target: 'https://third.example/' });
    decide(['other.example']);
    await declare({ ...link, target: OTHER });
    expect(links.get(link.id)).toMatchObject({ link: { target: TARGET }, pending: null });
  });
});

describe('rules that change while a link is written', () => {
  it('are those that a registered link is judged by', async () => {
    const link = await aLink();
    decideWithin(['shop.example']);
    await declare(link);
    expect(links.get(link.id)?.url).toBe('');
  });

  it('are those that an approved target is judged by', async () => {
    const link = await declared();
    await declare({ ...link, target: OTHER });
    const answer = await links.answer(link.id, { target: OTHER }, async (work) => {
      const done = await store.db.transaction().execute((within) => work(within, null as never));
      decide(['other.example']);
      return done;
    });
    expect([answer, links.get(link.id)?.url]).toEqual([DONE, '']);
  });
});
