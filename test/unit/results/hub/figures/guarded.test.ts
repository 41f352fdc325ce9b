import { afterEach, describe, expect, it } from 'vitest';
import { resultsHub } from '../../../../../src/results/hub/results-hub.ts';
import { GuardedTeam, HOUR } from './guarded-team.ts';

let team: GuardedTeam | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});
async function founded(members: number, few: 3 | 5 = 5): Promise<GuardedTeam> {
  team = await GuardedTeam.of(members, few);
  return team;
}

describe('a guarded team', () => {
  it('sees the sum of enough of its people, an hour after, and of fewer none', async () => {
    const of = await founded(7);
    await of.allShare(0, 5);
    await of.turn();
    expect(await of.seen()).toMatchObject({
      month: { rule: { mode: 'guarded', few: 5 }, sums: {} },
      days: {},
    });
    await of.shares(of.one(6), 10);
    expect(await of.opened()).toBe(undefined);
    await of.turn();
    expect(await of.opened()).toBe(1 + 2 + 3 + 4 + 5 + 6 + 10);
  });

  it('sees nothing move between two hours, whatever somebody does', async () => {
    const of = await founded(9, 3);
    await of.allShare(0, 8);
    await of.turn();
    const before = await of.seen();
    let writes = 0;
    const room = await of.team.open(of.one(0).identity, `results/${of.month}`);
    room.doc.on('update', () => {
      writes += 1;
    });
    for (let n = 1; n < 9; n += 1) {
      await of.shares(of.one(n), 3);
      await of.turn(60_000);
    }
    await of.command({ do: 'member.place', member: of.idOf(4), group: '', region: '' });
    expect([writes, await of.seen()]).toEqual([0, before]);
    await of.turn(HOUR);
    expect((await of.seen()).month.sums?.opened).toBe(45 + 8 * 3);
  });

  it('fixes a month before anything of it is shown, so that its first hour is published an hour later', async () => {
    const of = await founded(9, 3);
    await of.turn();
    of.team.now = Date.UTC(
      new Date(of.team.now).getUTCFullYear(),
      new Date(of.team.now).getUTCMonth() + 1,
      1,
      3,
    );
    const { projector } = of.hub.service(resultsHub);
    const room = await of.team.open(of.one(0).identity, `results/${of.month}`);
    const shown = new Promise<void>((resolve) => room.doc.once('update', () => resolve()));
    projector.showSoon([of.month]);
    await shown;
    const { db } = of.hub.services;
    const fixed = await db.selectFrom('figuremonth').select('month').where('month', '=', of.month).execute();
    expect([room.doc.getMap('month').has('rule'), fixed]).toEqual([true, [{ month: of.month }]]);
    room.close();
    await of.allShare(0, 8);
    await of.turn();
    expect((await of.seen()).month.sums?.opened).toBe(45);
  });

  it('goes on after a start as if it had not stopped, and publishes what it had taken when it was killed', async () => {
    const of = await founded(9, 3);
    await of.allShare(0, 8);
    await of.turn();
    await of.shares(of.one(3), 2);
    await of.turn();
    expect(await of.opened()).toBe(45);
    await of.restart();
    expect(await of.opened()).toBe(45);
    await of.allShare(0, 2);
    await of.turn();
    expect(await of.opened()).toBe(45);
    await of.shares(of.one(8));
    await of.hub.settled();
    // Between taking drops and publishing them.
    const { db } = of.hub.services;
    const { figures } = of.hub.service(resultsHub);
    const opening = db.transaction.bind(db);
    let left = 1;
    Object.assign(db, {
      transaction: () => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return opening();
      },
    });
    of.team.now += HOUR;
    await expect(figures.closeDue(of.team.now, () => undefined)).rejects.toThrow('killed');
    Object.assign(db, { transaction: opening });
    await of.restart();
    await of.turn();
    expect(await of.opened()).toBe(45 + 2 + 6 + 1);
  });

  it('closes a month three days into the next: what comes then is in no sum, and what it was made of is gone', async () => {
    const of = await founded(9, 3);
    const december = Date.UTC(2026, 11, 1);
    await of.allShare(0, 8);
    await of.turnTo(december + HOUR);
    expect(await of.opened('2026-11')).toBe(45);
    const { db } = of.hub.services;
    const steps = () => db.selectFrom('figurestep').select('step').where('month', '=', '2026-11').execute();
    expect((await steps()).length).toBeGreaterThan(0);
    await of.turnTo(december + 73 * HOUR);
    expect(await steps()).toEqual([]);
    expect(await of.opened('2026-11')).toBe(45);
    expect((await of.seen('2026-12')).month).toEqual({
      rule: { mode: 'guarded', few: 3 },
      sums: {},
      counts: {},
    });
  });
});

describe('a name in a guarded team', () => {
  it('appears from the month after it was agreed, live, and is gone when it is withdrawn', async () => {
    const of = await founded(9, 3);
    await of.command({ do: 'self.listed', listed: true }, of.one(2));
    await of.shares(of.one(2), 4);
    expect((await of.seen()).people).toEqual({});
    const named = () => of.team.ask('/api/figures', {}, of.one(2).token);
    expect(await named()).toMatchObject({ named: 'next', people: 10, now: { mode: 'guarded', few: 3 } });
    await of.turnTo(Date.UTC(2026, 11, 1, 5));
    await of.shares(of.one(2), 6);
    // At once, without waiting for the hour: it is what they agreed to.
    expect((await of.seen()).people).toEqual({ [of.idOf(2)]: { opened: 6 } });
    await of.command({ do: 'self.listed', listed: false }, of.one(2));
    expect((await of.seen()).people).toEqual({});
    await of.command({ do: 'self.listed', listed: true }, of.one(2));
    expect((await of.seen()).people).toEqual({});
  });

  it('waits where too few would be left without one, and says so', async () => {
    const of = await founded(6, 5);
    await of.command({ do: 'self.listed', listed: true }, of.one(2));
    await of.turnTo(Date.UTC(2026, 11, 2, 5));
    await of.shares(of.one(2), 6);
    expect((await of.seen()).people).toEqual({});
    expect(of.hub.service(resultsHub).figures.nameOf({ id: of.idOf(2), listed: 1 })).toBe('cover');
  });
});

describe('what a team decides of its figures', () => {
  it('holds at once where it asks for more, and from the next month where it asks for less', async () => {
    const of = await founded(7, 3);
    const decide = (mode: string, few: number, who = of.team.admin ?? undefined) =>
      of.command({ do: 'team.figures', figures: { mode, few } }, who);
    expect(await decide('open', 5, of.one(0))).toEqual({ refused: 'role' });
    expect(await decide('guarded', 5)).toEqual({ done: true });
    await of.allShare(0, 5);
    await of.turn();
    expect(await of.opened()).toBe(undefined);
    expect(await decide('guarded', 3)).toEqual({ done: true });
    await of.turn();
    expect(await of.opened()).toBe(undefined);
    expect(of.hub.service(resultsHub).figures.standing).toEqual({
      now: { mode: 'guarded', few: 5, since: '2026-11' },
      next: { mode: 'guarded', few: 3, since: '2026-12' },
    });
    await of.turnTo(Date.UTC(2026, 11, 1, 5));
    await of.allShare(0, 5);
    await of.turn();
    expect(await of.opened()).toBe(21);
    // The month before stays with more.
    expect(await of.opened('2026-11')).toBe(undefined);
  });

  it('is seen by everybody in the profile, and is not set with the rest of it', async () => {
    const of = await founded(1);
    const room = await of.team.open(of.one(0).identity, 'team');
    const profile = () => room.doc.getMap('profile').toJSON().team;
    expect(profile().figures).toEqual({ mode: 'guarded', few: 5, since: '2026-11' });
    const team = { ...profile(), name: 'Kissa', figures: { mode: 'open', few: 3, since: '2026-01' } };
    await of.command({ do: 'team.set', team });
    expect(of.hub.service(resultsHub).figures.newest).toEqual({ mode: 'guarded', few: 5, since: '2026-11' });
  });

  it('to be open is what who joins must have seen', async () => {
    const of = await founded(1);
    await of.command({ do: 'team.figures', figures: { mode: 'open', few: 5 } });
    const invite = await of.team.invite('member');
    const look = await of.team.ask('/api/join/look', invite, '');
    expect(look).toMatchObject({ figures: { mode: 'guarded' }, next: { mode: 'open', since: '2026-12' } });
    await expect(of.team.join('member', 'Cho', { agreed: 'guarded' })).rejects.toThrow();
    await expect(of.team.join('member', 'Cho', { agreed: undefined })).rejects.toThrow();
    await of.team.join('member', 'Cho', { agreed: 'open' });
  });
});
