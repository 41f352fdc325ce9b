import { afterEach, describe, expect, it } from 'vitest';
import { tokenOf } from '../../../../bench/device.ts';
import { GuardedTeam, HOUR } from './guarded-team.ts';

const DECEMBER = Date.UTC(2026, 11, 1);
const GUARDED = { do: 'team.figures', figures: { mode: 'guarded', few: 3 } };

let team: GuardedTeam | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});

/** A team that was there before figures were guarded, as the step of the store leaves it. */
async function earlier(members: number): Promise<GuardedTeam> {
  team = await GuardedTeam.of(members);
  const { db } = team.hub.services;
  const value = JSON.stringify([{ mode: 'earlier', few: 5, since: '2000-01' }]);
  await db.updateTable('meta').set({ value }).where('name', '=', 'figures').execute();
  await db.deleteFrom('figuremonth').execute();
  await team.restart();
  return team;
}

const profileOf = async (of: GuardedTeam, n: number) => {
  const room = await of.team.open(of.one(n).identity, 'team');
  const { figures } = room.doc.getMap('profile').toJSON().team as { figures?: object };
  room.close();
  return figures;
};

describe('a team of before', () => {
  it('stays with the earlier rule until an admin chooses, and with it for the rest of that month', async () => {
    const of = await earlier(4);
    await of.allShare(0, 3);
    const before = await of.seen();
    expect(before.month).toEqual({});
    expect(before.totals).toMatchObject({ 'g.': { opened: 10, people: 5 } });
    expect(await profileOf(of, 0)).toBeUndefined();
    expect(await of.command(GUARDED, of.one(0))).toEqual({ refused: 'role' });
    expect(await of.command(GUARDED)).toEqual({ done: true });
    await of.shares(of.one(0), 5);
    const after = await of.seen();
    expect([after.month, after.totals]).toMatchObject([{}, { 'g.': { opened: 15, people: 5 } }]);
  });

  it('shows everybody what an admin chose, and from when on', async () => {
    const of = await earlier(3);
    const back = { do: 'team.figures', figures: { mode: 'earlier', few: 5 } };
    expect(await of.command(back)).toEqual({ refused: 'form' });
    await of.command(GUARDED);
    expect(await of.command(back)).toEqual({ refused: 'form' });
    for (const n of [0, 1, 2])
      expect(await profileOf(of, n)).toEqual({ mode: 'guarded', few: 3, since: '2026-12' });
    expect(
      await of.team.ask('/api/figures', {}, await tokenOf(of.team.hub.port, of.one(2).identity)),
    ).toMatchObject({
      now: null,
      next: { mode: 'guarded', few: 3, since: '2026-12' },
    });
    const made = { do: 'invite.make', role: 'member', group: '', region: '', uses: 1, days: 7 };
    const { made: invite } = (await of.command(made)) as { made: { invite: string; secret: string } };
    const look = await of.team.ask('/api/join/look', { invite: invite.invite, secret: invite.secret }, '');
    expect(look).toMatchObject({ figures: null, next: { mode: 'guarded', since: '2026-12' } });
  });

  it('is guarded from the next month on, by none of what was done before', async () => {
    const of = await earlier(7);
    await of.command(GUARDED);
    await of.allShare(0, 6);
    await of.turnTo(DECEMBER + HOUR);
    expect((await of.seen('2026-12')).month).toEqual({
      rule: { mode: 'guarded', few: 3 },
      sums: {},
      counts: {},
    });
    await of.allShare(0, 2);
    await of.turn();
    expect(await of.opened('2026-12')).toBe(undefined);
    await of.allShare(3, 6);
    await of.turn();
    expect(await of.opened('2026-12')).toBe(28);
  });

  it('keeps its earlier months as they were published, whatever happens afterwards', async () => {
    const of = await earlier(5);
    await of.command(GUARDED);
    await of.allShare(0, 4);
    const published = await of.seen('2026-11');
    await of.turnTo(DECEMBER + HOUR);
    await of.command({ do: 'self.listed', listed: true }, of.one(1));
    await of.command({ do: 'member.place', member: of.idOf(2), group: 'g', region: '' });
    await of.command({ do: 'member.remove', member: of.idOf(4) });
    await of.turn();
    expect(await of.seen('2026-11')).toEqual(published);
    await of.restart();
    expect(await of.seen('2026-11')).toEqual(published);
  });
});
