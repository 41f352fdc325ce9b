import { afterEach, describe, expect, it } from 'vitest';
import { paceOf } from '../../../src/hub/people/command.ts';
import { MEMBER_COMMANDS } from '../../../src/hub/people/commands.ts';
import { MemberLimits } from '../../../src/hub/people/member-limits.ts';
import { SharedWork } from '../../../src/hub/shared-work.ts';
import { partsOf } from '../../../src/hub/store/room-parts.ts';
import type { AdminView, Command } from '../../../src/team/hub-api.ts';
import { TeamHub } from './team.ts';

/** How often a command may be given. */
function paced(form: Command) {
  const command = MEMBER_COMMANDS[form.do];
  if (!command) throw new Error(`no command ${form.do}`);
  return paceOf(command, form);
}

it('work that many request runs once for those who wait, and begins after their request', async () => {
  let runs = 0;
  const work = new SharedWork(async () => {
    runs += 1;
    await new Promise((go) => setImmediate(go));
    if (runs === 2) throw new Error('the second');
  });
  const asked = Array.from({ length: 40 }, () => work.now());
  const failed = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected').length;
  expect([runs, failed]).toEqual([2, 39]);
  await work.now();
  expect(runs).toBe(3);
});

it('commands of a member are a thousand and more at once, and not without end', () => {
  const own = new MemberLimits(() => 0);
  const place = { do: 'member.place', member: 'm', group: '', region: '' } as const;
  const done = Array.from({ length: 3000 }, () => own.mayRun('ann', paced(place))).filter(Boolean).length;
  expect([done, own.mayRun('bob', paced(place))]).toEqual([2000, true]);
  expect(own.mayRun('ann', paced({ do: 'self.leave' }))).toBe(true);
});

describe('what leaders read', () => {
  let team: TeamHub;
  afterEach(() => team.close());
  const view = async () => (await team.ask('/api/admin', {})) as AdminView;

  it('is not pushed out by what members do of their own, and what changes nothing is no deed', async () => {
    team = await TeamHub.withAdmin();
    const eve = await team.join('viewer', 'Eve');
    const { member } = eve.identity.joined;
    await team.ask('/api/do', { do: 'member.role', member, role: 'member' });
    const before = (await view()).audit.length;
    for (let n = 0; n < 5; n += 1) {
      await team.ask('/api/do', { do: 'self.listed', listed: false }, eve.token);
      await team.ask('/api/do', { do: 'self.name', name: 'Eve' }, eve.token);
      expect(await team.ask('/api/do', { do: 'member.role', member, role: 'member' })).toEqual({
        done: true,
      });
    }
    const { audit } = await view();
    expect(audit.length - before).toBeLessThanOrEqual(1);
    const { db } = team.hub.hub.services;
    const about = { member, what: 'self.listed', about: 'true' };
    const deeds = Array.from({ length: 300 }, (_, n) => ({ id: `d${n}`, at: team.now + n, ...about }));
    await db.insertInto('deed').values(deeds).execute();
    const shown = (await view()).audit;
    expect([shown.some(({ what }) => what === 'member.role'), shown.length <= 300]).toEqual([true, true]);
  });

  it('counts no member’s own rooms, and parts are found among rooms of other names', async () => {
    team = await TeamHub.withAdmin();
    const { db } = team.hub.hub.services;
    const { storage } = await view();
    const whole = 'library/2025-03';
    const rooms = [
      whole,
      `${whole}/10`,
      `${whole}/2`,
      'library/2025-04',
      'member/x/2026-11',
      'member/y/2026-11',
    ];
    for (const room of rooms) {
      const row = {
        room,
        root: 'items',
        key: 'k',
        seq: 1,
        part: 0,
        member: 'm',
        device: 1,
        at: 1,
        value: '1',
      };
      await db.insertInto('version').values(row).execute();
    }
    expect((await view()).storage.rooms - storage.rooms).toBe(4);
    expect(await partsOf(db, whole)).toEqual([whole, `${whole}/2`, `${whole}/10`]);
    expect(await partsOf(db, 'library/2025-05')).toEqual([]);
  });
});
