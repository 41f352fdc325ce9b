import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYBODY, isLastAdmin, isLower, mayInvite, whoWithin } from '../../../../src/hub/people/rights.ts';
import type { Store } from '../../../../src/hub/store/sqlite.ts';
import type { Role } from '../../../../src/workspace/room.ts';
import { openStore } from '../store.ts';

const folder = mkdtempSync(join(tmpdir(), 'rights-'));
let store: Store;
beforeAll(async () => {
  store = await openStore(folder);
});
beforeEach(async () => {
  await store.db.deleteFrom('device').execute();
  await store.db.deleteFrom('member').execute();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Gone {
  readonly member?: number;
  readonly device?: number;
}

/** A member with one device; `gone`: when either was removed. */
async function add(id: string, role: Role, number: number, gone: Gone = {}): Promise<void> {
  const member = { id, role, removed: gone.member ?? null, at: 0 };
  const rest = { name: id, part: '', region: '', listed: 0, listedat: null };
  await store.db
    .insertInto('member')
    .values({ ...member, ...rest })
    .execute();
  await addDevice(id, number, gone.device);
}

const addDevice = (member: string, number: number, removed: number | null = null) =>
  store.db
    .insertInto('device')
    .values({ member, number, name: 'd', key: `key-${number}`, at: 0, removed })
    .execute();

const isLast = (member: string) => store.db.transaction().execute((within) => isLastAdmin(within, member));
const who = (device: number) => store.db.transaction().execute((within) => whoWithin(within, device));

describe('a role', () => {
  it('is lower than those above it, and not than itself', () => {
    for (const [at, role] of EVERYBODY.entries())
      expect(EVERYBODY.filter((other) => isLower(role, other))).toEqual(EVERYBODY.slice(0, at));
  });

  it('invites as what it may', () => {
    const invited = EVERYBODY.map((maker) => EVERYBODY.filter((role) => mayInvite(maker, role)));
    expect(invited).toEqual([EVERYBODY, ['manager', 'member', 'viewer'], [], []]);
  });
});

describe('the last admin', () => {
  it('is the only one with a device, however many devices they have', async () => {
    await add('ann', 'admin', 1);
    await addDevice('ann', 2);
    await add('bob', 'manager', 3);
    await add('cleo', 'admin', 4, { member: 1 });
    await add('dan', 'admin', 5, { device: 1 });
    const all = await Promise.all(['ann', 'bob', 'cleo', 'dan'].map(isLast));
    expect(all).toEqual([true, false, false, false]);
  });

  it('is nobody where there are two', async () => {
    await add('ann', 'admin', 1);
    await add('bob', 'admin', 2);
    expect(await Promise.all([isLast('ann'), isLast('bob')])).toEqual([false, false]);
  });
});

it('a device stands for its member while neither is removed', async () => {
  await add('ann', 'manager', 1);
  await add('bob', 'member', 2, { member: 1 });
  await add('cleo', 'member', 3, { device: 1 });
  expect(await Promise.all([1, 2, 3, 4].map(who))).toEqual([
    { member: 'ann', role: 'manager' },
    null,
    null,
    null,
  ]);
});
