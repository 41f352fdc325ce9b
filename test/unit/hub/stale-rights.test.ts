import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/team/hub-api.ts';
import { RawLine } from '../../attack/line.ts';
import { makeInvite } from '../../bench/device.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

/** Holds the store, so that what is asked meanwhile waits in the order in which it came. */
function held(): () => Promise<void> {
  const gate = Promise.withResolvers<void>();
  const holding = team.hub.hub.services.db.transaction().execute(() => gate.promise);
  return async () => {
    gate.resolve();
    await holding;
  };
}

/** Sends two requests of which the first is waiting for the store before the second begins. */
async function behind(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const release = held();
  const one = first();
  // Its body is read and its transaction waits once another request is answered.
  await team.ask('/api/devices', {});
  const two = second();
  await team.ask('/api/devices', {});
  await release();
  return Promise.all([one, two]);
}

/** A public key as devices make them. */
function newKey(): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
}

/** A second device of the admin's. */
async function paired(): Promise<void> {
  const { code } = (await team.ask('/api/pair/start', {})) as { code: string };
  await team.ask('/api/join/pair', { code, key: newKey(), device: 'Phone' }, '');
  expect(await team.ask('/api/pair/confirm', {})).toEqual({ done: true });
}

const invite = (role: 'admin' | 'member') =>
  ({ do: 'invite.make', role, group: '', region: '', uses: 1, days: 1 }) as const;
const TEAM = { name: 'Taken', country: 'JP' as const, groups: [], regions: [] };

const WAITING: readonly (readonly [string, (member: string) => Command])[] = [
  ['an invite', () => invite('admin')],
  ['the team’s name', () => ({ do: 'team.set', team: TEAM })],
  ['their own promotion', (member) => ({ do: 'member.role', member, role: 'admin' })],
  [
    'the founder’s removal',
    () => ({ do: 'member.remove', member: team.admin?.identity.joined.member ?? '' }),
  ],
  ['the founder’s erasure', () => ({ do: 'erase', member: team.admin?.identity.joined.member ?? '' })],
  ['their name', () => ({ do: 'self.name', name: 'Back' })],
];

describe('a command that waits for the store', () => {
  it.each(WAITING)('does not bring %s by an admin who was removed before it', async (_, command) => {
    const eve = await team.join('admin', 'Eve');
    const { member } = eve.identity.joined;
    const [removed, said] = await behind(
      () => team.ask('/api/do', { do: 'member.remove', member }),
      () => team.ask('/api/do', command(member), eve.token),
    );
    expect(removed).toEqual({ done: true });
    expect(said).toEqual({ refused: 'session' });
    const { people, team: room } = team.hub.hub.services;
    expect(people.whoOf(1)).toEqual({ member: team.admin?.identity.joined.member, role: 'admin' });
    expect([room.shown.name, people.member(member)?.name]).toEqual(['Musubi', 'Eve']);
  });

  it('is refused by the role where that was taken away before it', async () => {
    const eve = await team.join('admin', 'Eve');
    const { member } = eve.identity.joined;
    const [, said] = await behind(
      () => team.ask('/api/do', { do: 'member.role', member, role: 'manager' }),
      () => team.ask('/api/do', invite('admin'), eve.token),
    );
    expect(said).toEqual({ refused: 'role' });
  });

  it('leaves an admin, whoever of two is quicker to remove the other', async () => {
    const eve = await team.join('admin', 'Eve');
    const founder = team.admin?.identity.joined.member ?? '';
    const [first, second] = await behind(
      () => team.ask('/api/do', { do: 'member.remove', member: eve.identity.joined.member }),
      () => team.ask('/api/do', { do: 'member.remove', member: founder }, eve.token),
    );
    expect([first, second]).toEqual([{ done: true }, { refused: 'session' }]);
  });

  it('leaves the last admin a device, where both of theirs are removed at once', async () => {
    await paired();
    const [first, second] = await behind(
      () => team.ask('/api/do', { do: 'device.remove', device: 2 }),
      () => team.ask('/api/do', { do: 'device.remove', device: 1 }),
    );
    expect([first, second]).toEqual([{ done: true }, { refused: 'last-admin' }]);
  });
});

describe('joining', () => {
  it('by an invite ends with the right of whoever made it, in the order of the store', async () => {
    const eve = await team.join('admin', 'Eve');
    const made = await makeInvite(team.hub.port, eve.token, { role: 'admin', uses: 2, days: 1 });
    const [, said] = await behind(
      () => team.ask('/api/do', { do: 'member.remove', member: eve.identity.joined.member }),
      () => team.join('admin', 'x').then(() => team.ask('/api/join/look', made, '')),
    );
    expect(said).toEqual({ refused: 'invite' });
  });

  it('as a further device of who was removed meanwhile makes none', async () => {
    const bob = await team.join('member', 'Bob');
    const { member } = bob.identity.joined;
    const { code } = (await team.ask('/api/pair/start', {}, bob.token)) as { code: string };
    const phone = { code, key: newKey(), device: 'Phone' };
    expect(await team.ask('/api/join/pair', phone, '')).toHaveProperty('check');
    const [, said] = await behind(
      () => team.ask('/api/do', { do: 'member.remove', member }),
      () => team.ask('/api/pair/confirm', {}, bob.token),
    );
    expect(said).toEqual({ refused: 'session' });
    expect(team.hub.hub.services.people.devicesOf(member)).toHaveLength(1);
    expect(await team.ask('/api/join/paired', phone, '')).toEqual({ state: 'refused' });
  });
});

describe('a body', () => {
  it('is not waited for once its sender may not send it', async () => {
    const bob = await team.join('member', 'Bob');
    const line = await RawLine.open(team.hub.port, {});
    const host = `127.0.0.1:${team.hub.port}`;
    const headers = { authorization: `Bearer ${bob.token}` };
    line.begin({ method: 'POST', path: '/api/do', host, headers, body: 'x'.repeat(1000), sent: 10 });
    await team.ask('/api/devices', {});
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    expect(await line.answer()).toMatchObject({ status: 401, body: '{"refused":"session"}' });
    line.close();
  });

  it('has so long as the whole request has, however it drips', async () => {
    await team.stop();
    const { port } = await team.start(team.folder, { requestMs: 400 });
    const line = await RawLine.open(port, {});
    const host = `127.0.0.1:${port}`;
    line.begin({
      method: 'POST',
      path: '/api/join/look',
      host,
      headers: {},
      body: ' '.repeat(9999),
      sent: 1,
    });
    const drip = setInterval(() => line.write(' '), 20);
    const { status } = await line.answer().finally(() => clearInterval(drip));
    expect([0, 400, 408]).toContain(status);
    line.close();
  });
});
