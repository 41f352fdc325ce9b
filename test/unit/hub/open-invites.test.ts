import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/workspace/room.ts';
import { joinAs, makeInvite } from '../../bench/device.ts';
import { restore } from './store.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

/** Whether somebody can join by an invite. */
const isGood = (invite: { invite: string; secret: string }) =>
  joinAs(team.hub.port, invite, 'Again').then(
    () => true,
    () => false,
  );
const removed = (member: string) => team.ask('/api/do', { do: 'member.remove', member });

describe('open invites', () => {
  it('end with a removal, whoever made them, and how many is answered', async () => {
    const manager = await team.join('manager', 'Max');
    const bob = await team.join('member', 'Bob');
    const ask = { role: 'viewer' as const, uses: 20, days: 30 };
    const open = [await team.invite('member', 50), await makeInvite(team.hub.port, manager.token, ask)];
    expect(await removed(bob.identity.joined.member)).toEqual({ done: true, ended: 2 });
    for (const invite of open) expect(await isGood(invite)).toBe(false);
    expect(await isGood(await team.invite('member'))).toBe(true);
  });

  it('end with an erasure of who is here, and not of who has gone before', async () => {
    const [bob, eve] = [await team.join('member', 'Bob'), await team.join('member', 'Eve')];
    const first = await team.invite('member');
    await team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    expect(await isGood(first)).toBe(false);
    await removed(eve.identity.joined.member);
    const second = await team.invite('member');
    await team.ask('/api/do', { do: 'erase', member: eve.identity.joined.member });
    expect(await isGood(second)).toBe(true);
  });

  it('stay where somebody leaves by themselves, or removes a device: who stays is not shut out', async () => {
    const bob = await team.join('member', 'Bob');
    const open = await team.invite('member', 5);
    expect(await team.ask('/api/do', { do: 'self.leave' }, bob.token)).toEqual({ done: true });
    expect(await isGood(open)).toBe(true);
  });

  const after: readonly (readonly [Role, Role, readonly Role[]])[] = [
    ['admin', 'member', ['admin', 'manager']],
    ['manager', 'viewer', ['manager', 'member']],
    ['viewer', 'manager', []],
  ];
  it.each(after)('that grant what %s made %s has lost end: %j', async (before, role, gone) => {
    const mallory = await team.join(before, 'Mallory');
    const roles: readonly Role[] = ['admin', 'manager', 'member', 'viewer'];
    const invites = await Promise.all(roles.map((one) => team.invite(one, 5)));
    const { member } = mallory.identity.joined;
    await team.ask('/api/do', { do: 'member.role', member, role });
    for (const [n, invite] of invites.entries())
      expect([roles[n], await isGood(invite)]).toEqual([roles[n], !gone.includes(roles[n] ?? 'viewer')]);
  });

  it('of a backup do not come back with it where somebody was removed since', async () => {
    const bob = await team.join('member', 'Bob');
    const open = await team.invite('member', 5);
    await team.ask('/api/backup', {});
    await removed(bob.identity.joined.member);
    await restored();
    expect(await isGood(open)).toBe(false);
  });
});

/** Starts the hub from its only backup, as on a new disk: what was noted beside the store is there. */
async function restored(): Promise<void> {
  team.closeDevices();
  await team.stop();
  for (const file of readdirSync(team.folder).filter((one) => /^(hub|lock)\.sqlite/.test(one)))
    rmSync(join(team.folder, file));
  const backups = join(team.folder, 'backups');
  const [name = ''] = readdirSync(backups);
  restore(join(backups, name), team.folder);
  await team.start();
}

describe('a role that was lowered', () => {
  const roleOf = (member: string) => team.hub.hub.services.people.member(member)?.role;
  const becomes = (member: string, role: Role) => team.ask('/api/do', { do: 'member.role', member, role });

  it('stays so over a restore of a backup of before, and no open invite of then comes back', async () => {
    const mallory = await team.join('admin', 'Mallory');
    const { member } = mallory.identity.joined;
    const open = await team.invite('admin', 5);
    await team.ask('/api/backup', {});
    team.now += 1000;
    await becomes(member, 'manager');
    await becomes(member, 'viewer');
    await restored();
    expect(roleOf(member)).toBe('viewer');
    expect(await isGood(open)).toBe(false);
  });

  it('and was raised again before the backup is what the backup says', async () => {
    const { member } = (await team.join('admin', 'Mia')).identity.joined;
    await becomes(member, 'viewer');
    team.now += 1000;
    await becomes(member, 'admin');
    const open = await team.invite('admin', 5);
    await team.ask('/api/backup', {});
    await restored();
    expect(roleOf(member)).toBe('admin');
    expect(await isGood(open)).toBe(true);
  });
});
