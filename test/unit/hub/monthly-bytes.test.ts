import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { MonthlyBytes } from '../../../src/hub/sync/monthly-bytes.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { eventually } from '../eventually.ts';
import { openStore } from './store.ts';
import { TeamHub } from './team.ts';

const NOVEMBER = Date.UTC(2026, 10, 27);
const DECEMBER = Date.UTC(2026, 11, 1);

describe('what a member may write in a month', () => {
  it('is counted of each, anew each month, and known after a restart but for the last step', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-'));
    const store = await openStore(folder);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    let time = NOVEMBER;
    const opened = async () => {
      const sums = new MonthlyBytes({ db: store.db, now: () => time, most: 1 << 20 });
      await sums.load('eve');
      return sums;
    };
    const first = await opened();
    for (let n = 0; n < 3; n += 1) first.add('eve', 300 << 10);
    first.add('eve', 100);
    await first.settled();
    expect([first.isSpent('eve'), first.isSpent('bob')]).toEqual([false, false]);
    const second = await opened();
    expect(second.isSpent('eve')).toBe(false);
    second.add('eve', 124 << 10);
    expect([second.isSpent('eve'), second.isKnown('eve')]).toEqual([true, true]);
    second.add('eve', 256 << 10);
    await second.settled();
    expect((await opened()).isSpent('eve')).toBe(true);
    time = DECEMBER;
    expect([second.isKnown('eve'), second.isSpent('eve')]).toEqual([false, false]);
    const third = await opened();
    third.add('eve', 300 << 10);
    await third.settled();
    const rows = await store.db.selectFrom('written').selectAll().execute();
    expect(rows).toEqual([{ member: 'eve', month: '2026-12', bytes: 300 << 10 }]);
  });
});

describe('a sum that could not be saved', () => {
  const opened = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-'));
    const store = await openStore(folder);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    const sums = new MonthlyBytes({ db: store.db, now: () => NOVEMBER });
    await sums.load('eve');
    const failOnce = () =>
      vi.spyOn(store.db, 'insertInto').mockImplementationOnce(() => {
        throw new Error('the disk is full');
      });
    const bytes = async () =>
      (await store.db.selectFrom('written').select('bytes').execute()).map((row) => Number(row.bytes));
    return { sums, failOnce, bytes };
  };

  it('is saved at the stop', async () => {
    const { sums, failOnce, bytes } = await opened();
    failOnce();
    sums.add('eve', 300 << 10);
    await sums.settled();
    expect(await bytes()).toEqual([]);
    await sums.flush();
    expect(await bytes()).toEqual([300 << 10]);
  });

  it('is saved at the stop also where its failure is not known yet then', async () => {
    const { sums, failOnce, bytes } = await opened();
    failOnce();
    sums.add('eve', 300 << 10);
    await sums.flush();
    expect(await bytes()).toEqual([300 << 10]);
  });

  it('is saved with the next bytes, however few', async () => {
    const { sums, failOnce, bytes } = await opened();
    failOnce();
    sums.add('eve', 300 << 10);
    await sums.settled();
    sums.add('eve', 1);
    await sums.settled();
    expect(await bytes()).toEqual([(300 << 10) + 1]);
  });
});

describe('a hub', () => {
  let team: TeamHub;
  afterEach(() => team.close());

  it('counts nothing of what could not be written', async () => {
    team = await TeamHub.withAdmin(undefined, { roomBytes: 1 << 20 });
    const eve = await team.join('member', 'Eve');
    const room = `library/${monthOf(team.now)}`;
    const broken = vi.spyOn(team.hub.hub.services.db, 'transaction');
    const refused = vi.spyOn(team.hub.hub.services.rooms.log, 'append');
    for (let n = 0; n < 3; n += 1) {
      const hers = await team.open(eve.identity, room);
      broken.mockImplementationOnce(() => {
        throw new Error('the disk is full');
      });
      hers.doc.getMap('items').set(`fat${n}`, 'x'.repeat(500_000));
      await eventually(() => expect(refused).toHaveBeenCalledTimes(n + 1));
      await expect(refused.mock.results[n]?.value).rejects.toThrow('the disk is full');
      hers.close();
    }
    broken.mockRestore();
    const hers = await team.open(eve.identity, room);
    hers.doc.getMap('items').set('small', 1);
    await team.answered(hers);
  });

  it('knows after a clean stop all that was written', async () => {
    team = await TeamHub.withAdmin();
    const eve = await team.join('member', 'Eve');
    const hers = await team.open(eve.identity, `library/${monthOf(team.now)}`);
    hers.doc.getMap('items').set('small', 'x'.repeat(1000));
    await team.answered(hers);
    team.closeDevices();
    const { server } = team.hub.hub.services.rooms;
    await team.stop();
    expect(server.documents.size).toBe(0);
    const store = await openStore(team.folder);
    const { member } = eve.identity.joined;
    const row = await store.db.selectFrom('written').selectAll().where('member', '=', member).execute();
    await store.close();
    expect(row.map(({ bytes }) => Number(bytes) > 1000)).toEqual([true]);
  });

  it('stores nothing more of who was erased', async () => {
    team = await TeamHub.withAdmin();
    const eve = await team.join('member', 'Eve');
    const hers = await team.open(eve.identity, `library/${monthOf(team.now)}`);
    hers.doc.getMap('items').set('small', 'x'.repeat(1000));
    await team.answered(hers);
    team.closeDevices();
    const { member } = eve.identity.joined;
    expect(await team.ask('/api/do', { do: 'erase', member })).toEqual({ done: true });
    await team.stop();
    const store = await openStore(team.folder);
    const rows = await store.db.selectFrom('written').selectAll().where('member', '=', member).execute();
    await store.close();
    expect(rows).toEqual([]);
  });

  it('takes no more of who wrote all that they may, still of others, and again in the next month', async () => {
    team = await TeamHub.withAdmin(undefined, { roomBytes: 2 << 20 });
    const [eve, bob] = [await team.join('member', 'Eve'), await team.join('member', 'Bob')];
    const room = `library/${monthOf(team.now)}`;
    const hers = await team.open(eve.identity, room);
    const closed = vi.fn();
    hers.provider.on('close', ({ event }: { event: { reason: string } }) => closed(event.reason));
    for (let n = 0; n < 4 && closed.mock.calls.length === 0; n += 1) {
      hers.doc.getMap('items').set(`fat${n}`, 'x'.repeat(900_000));
      await eventually(() =>
        expect(closed.mock.calls.length > 0 || !hers.provider.hasUnsyncedChanges).toBe(true),
      );
    }
    expect(closed).toHaveBeenCalledWith('quota');
    const his = await team.open(bob.identity, room);
    expect([...his.doc.getMap('items').keys()].toSorted()).toEqual(['fat0', 'fat1', 'fat2']);
    his.doc.getMap('items').set('mine', 1);
    await team.answered(his);
    team.now = DECEMBER;
    const next = await team.open(eve.identity, `library/${monthOf(team.now)}`);
    next.doc.getMap('items').set('later', 1);
    await team.answered(next);
  });
});
