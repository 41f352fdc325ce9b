import { generateKeyPairSync, sign } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Joined, sessionWords } from '../../../src/team/hub-api.ts';
import { joinAs, post, tokenOf } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { TeamHub } from './team.ts';

const DAY = 86_400_000;
let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const newKey = () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  return { key, private: pair.privateKey };
};
const asking = (invite: object, key = newKey().key) => ({
  ...invite,
  key,
  name: 'Bob',
  device: 'd',
  listed: true,
});

describe('an invite', () => {
  it('says the same whichever way it is wrong', async () => {
    const good = await team.invite('member');
    const used = await team.invite('member');
    await joinAs(team.hub.port, used, 'Used');
    const revoked = await team.invite('member');
    await team.ask('/api/do', { do: 'invite.revoke', invite: revoked.invite });
    const wrong = [
      { invite: 'unknown-invite', secret: good.secret },
      { invite: good.invite, secret: `${good.secret.slice(0, -1)}${good.secret.endsWith('A') ? 'B' : 'A'}` },
      used,
      revoked,
    ];
    expect(await team.ask('/api/join/look', good, '')).toMatchObject({ by: 'Ann', role: 'member' });
    for (const invite of wrong) {
      expect(await team.ask('/api/join/look', invite, '')).toEqual({ refused: 'invite' });
      expect(await team.ask('/api/join', asking(invite), '')).toEqual({ refused: 'invite' });
    }
    team.now += 8 * DAY;
    expect(await team.ask('/api/join', asking(good), '')).toEqual({ refused: 'invite' });
  });

  it('is used as often as it says, however many come at once', async () => {
    const invite = await team.invite('member', 3);
    const said = await Promise.all(
      Array.from({ length: 8 }, () => team.ask('/api/join', asking(invite), '')),
    );
    expect(said.filter((one) => Joined.safeParse(one).success)).toHaveLength(3);
  });

  it('is one use for one key, sent twice at once and again', async () => {
    const invite = await team.invite('member', 2);
    const asked = asking(invite);
    const [a, b] = await Promise.all([team.ask('/api/join', asked, ''), team.ask('/api/join', asked, '')]);
    expect(a).toEqual(b);
    expect(await team.ask('/api/join', asked, '')).toEqual(a);
    expect(Joined.safeParse(await team.ask('/api/join', asking(invite), '')).success).toBe(true);
  });

  it('takes no key of another kind', async () => {
    const invite = await team.invite('member');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url').slice(0, 180);
    expect(await team.ask('/api/join', asking(invite, key), '')).toEqual({ refused: 'form' });
  });
});

describe('a session', () => {
  const signed = (hub: string, device: number, nonce: string, key: ReturnType<typeof newKey>['private']) =>
    sign('sha256', Buffer.from(sessionWords(hub, device, nonce)), {
      key,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');
  const challenge = async (device: number) =>
    ((await team.ask('/api/session/challenge', { device }, '')) as { nonce: string }).nonce;

  it('is issued once for a nonce, to the device of that nonce, in time, by its own key', async () => {
    const bob = await team.join('member', 'Bob');
    const cleo = await team.join('member', 'Cleo');
    const { hub, device } = bob.identity.joined;
    const nonce = await challenge(device);
    const body = { device, nonce, signature: signed(hub, device, nonce, bob.identity.key) };
    expect(await team.ask('/api/session', body, '')).toHaveProperty('token');
    expect(await team.ask('/api/session', body, '')).toEqual({ refused: 'session' });
    const others = await challenge(device);
    const swapped = { device, nonce: others, signature: signed(hub, device, others, cleo.identity.key) };
    expect(await team.ask('/api/session', swapped, '')).toEqual({ refused: 'session' });
    const mine = await challenge(cleo.identity.joined.device);
    const taken = { device, nonce: mine, signature: signed(hub, device, mine, bob.identity.key) };
    expect(await team.ask('/api/session', taken, '')).toEqual({ refused: 'session' });
    const late = await challenge(device);
    team.now += 61_000;
    const tooLate = { device, nonce: late, signature: signed(hub, device, late, bob.identity.key) };
    expect(await team.ask('/api/session', tooLate, '')).toEqual({ refused: 'session' });
  });

  it('tells nobody which devices there are', async () => {
    expect(await challenge(999_999)).toMatch(/^[\w-]{43}$/);
    const { key } = newKey();
    const nonce = await challenge(999_999);
    const private_ = newKey().private;
    const body = { device: 999_999, nonce, signature: signed('any-hub-id', 999_999, nonce, private_) };
    expect(await team.ask('/api/session', body, '')).toEqual({ refused: 'session' });
    expect(key).toBeTruthy();
  });

  it('is over after ten minutes, and at once where the device is removed', async () => {
    const bob = await team.join('member', 'Bob');
    expect(await team.ask('/api/devices', {}, bob.token)).toHaveProperty('mine');
    team.now += 11 * 60_000;
    expect(await team.ask('/api/devices', {}, bob.token)).toEqual({ refused: 'session' });
    const token = await tokenOf(team.hub.port, bob.identity);
    const admin = await tokenOf(team.hub.port, team.admin?.identity ?? bob.identity);
    const { member } = bob.identity.joined;
    expect(await team.ask('/api/do', { do: 'member.remove', member }, admin)).toEqual({ done: true });
    expect(await team.ask('/api/devices', {}, token)).toEqual({ refused: 'session' });
  });
});

describe('commands', () => {
  const set = { do: 'team.set', team: { name: 'X', country: 'JP', groups: [], regions: [] } };
  it.each(['manager', 'member', 'viewer'] as const)(
    'that are an admin’s are refused to a %s',
    async (role) => {
      const one = await team.join(role, 'One');
      const { member } = team.admin?.identity.joined ?? { member: '' };
      const all = [
        set,
        { do: 'member.role', member, role: 'viewer' },
        { do: 'member.remove', member },
        { do: 'erase', member },
        { do: 'device.remove', device: 1 },
        { do: 'invite.make', role: 'admin', group: '', region: '', uses: 1, days: 1 },
      ];
      for (const command of all)
        expect(await team.ask('/api/do', command, one.token)).toEqual({ refused: 'role' });
      expect(await team.ask('/api/backup', {}, one.token)).toEqual({ refused: 'role' });
      expect(await team.ask('/api/export', {}, one.token)).toEqual({ refused: 'role' });
    },
  );

  it('leave a team its last admin, and the admin a device', async () => {
    const { member } = team.admin?.identity.joined ?? { member: '' };
    for (const command of [
      { do: 'self.leave' },
      { do: 'member.role', member, role: 'member' },
      { do: 'device.remove', device: 1 },
    ])
      expect(await team.ask('/api/do', command)).toEqual({ refused: 'last-admin' });
    expect(await team.ask('/api/do', set)).toEqual({ done: true });
  });
});

describe('pairing', () => {
  const start = async () => ((await team.ask('/api/pair/start', {})) as { code: string }).code;
  const pair = (code: string, key: string) => team.ask('/api/join/pair', { code, key, device: 'Phone' }, '');

  it('makes a device of the same person once both agree, and one only', async () => {
    const { key } = newKey();
    const code = await start();
    const { check } = (await pair(code, key)) as { check: string };
    expect(await team.ask('/api/pair/waiting', {})).toEqual({ waiting: { device: 'Phone', check } });
    expect(await team.ask('/api/join/paired', { code, key, device: 'Phone' }, '')).toEqual({
      state: 'waiting',
    });
    const both = await Promise.all([team.ask('/api/pair/confirm', {}), team.ask('/api/pair/confirm', {})]);
    expect(both).toContainEqual({ done: true });
    expect(both).toContainEqual({ refused: 'pairing' });
    const { joined } = (await team.ask('/api/join/paired', { code, key, device: 'Phone' }, '')) as {
      joined: object;
    };
    expect(joined).toMatchObject({ member: team.admin?.identity.joined.member, device: 2 });
  });

  it('ends after two minutes, and by nobody’s wrong codes', async () => {
    const { key } = newKey();
    const code = await start();
    for (let n = 0; n < 50; n += 1) expect(await pair('AAAAAAAA', key)).toEqual({ refused: 'pairing' });
    expect(await pair(code, key)).toEqual({ check: expect.any(String) });
    const second = await start();
    team.now += 121_000;
    expect(await pair(second, key)).toEqual({ refused: 'pairing' });
  });
});

describe('every answer', () => {
  it('is for our host alone, sets no cookie, and lets nothing run that is not ours', async () => {
    const url = `http://127.0.0.1:${team.hub.port}/`;
    for (const path of ['healthz', 'app/', 'api/hub', 'nothing']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('to an invite’s link in a plain browser says how to use it, in its language, and nothing of the team', async () => {
    const address = `http://127.0.0.1:${team.hub.port}/app/`;
    const page = async (language: string) => {
      const answer = await fetch(address, { headers: { 'accept-language': language } });
      return answer.text();
    };
    expect(await page('ja-JP,ja;q=0.9')).toContain('<h1>チームに招待されています</h1>');
    expect(await page('zh-CN')).toContain('<h1>你收到了团队邀请</h1>');
    expect(await page('fr')).toContain('<h1>You are invited to a team</h1>');
    expect((await fetch(`${address}invite.js`)).headers.get('content-type')).toContain('text/javascript');
    expect((await fetch(`${address}../../hub.key`)).status).toBe(404);
  });

  it('to an invite’s script names who invites to what, and nothing without the secret', async () => {
    const { port } = team.hub;
    const script = await (await fetch(`http://127.0.0.1:${port}/app/invite.js`)).text();
    const { invite, secret } = await team.invite('member');
    const headingAt = (hash: string) => {
      const heading = { textContent: 'You are invited to a team' };
      const document = {
        getElementById: () => ({ value: '', addEventListener: () => undefined }),
        currentScript: { dataset: { by: '{name} invites you to {team}', to: 'You are invited to {team}' } },
        querySelector: () => heading,
      };
      const answered: Promise<Response>[] = [];
      const send = (path: string, init: RequestInit) => {
        const answer = fetch(`http://127.0.0.1:${port}${path}`, init);
        answered.push(answer);
        return answer;
      };
      runInNewContext(script, { document, location: { hash, href: '' }, fetch: send });
      return { heading, answered };
    };
    const named = headingAt(`#/join/${invite}.${secret}`);
    await eventually(() => expect(named.heading.textContent).toBe('Ann invites you to Musubi'));
    for (const [hash, n] of [
      ['', 0],
      [`#/join/${invite}.${'x'.repeat(secret.length)}`, 1],
    ] as const) {
      const { heading, answered } = headingAt(hash);
      expect(answered).toHaveLength(n);
      expect((await Promise.all(answered)).map(({ ok }) => ok)).toEqual(answered.map(() => false));
      expect(heading.textContent).toBe('You are invited to a team');
    }
  });

  it('to a body that does not fit is one word', async () => {
    for (const path of [
      '/api/join',
      '/api/join/look',
      '/api/session',
      '/api/session/challenge',
      '/api/join/pair',
    ])
      expect(await post(team.hub.port, path, { __proto__: 1, device: 'x' })).toEqual({ refused: 'form' });
  });
});
