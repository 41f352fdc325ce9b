import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubSettings } from '../../../../src/hub/settings.ts';
import { ClickLog } from '../../../../src/link/hub/click-log.ts';
import { CHROME, get, LinkHub, TARGET } from '../../link/hub/link-hub.ts';

let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open();
});
afterEach(() => hub.close());

async function set(settings: Partial<HubSettings>): Promise<void> {
  hub.team.set = settings;
  await hub.restart();
}

/** What the hub has on its disk. */
async function clicks() {
  const log = await ClickLog.open(hub.team.hub.hub.services.db, () => hub.team.now);
  return (await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`))).clicks;
}

/** What comes back to bytes that are written as they are. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(hub.team.hub.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.on('error', reject).on('close', () => resolve(heard));
  });
}

describe('a hub behind proxies', () => {
  it('tells five visitors by what its proxy writes of each, and one where they write that themselves', async () => {
    await set({ proxies: { hops: 1 } });
    const from = (...list: string[]) =>
      get(hub.team, `/${hub.link.id}`, { 'user-agent': CHROME, 'x-forwarded-for': list.join(', ') });
    for (const n of [7, 8, 9, 10, 11]) await from('1.2.3.4', `203.0.113.${n}:17085`);
    await from('203.0.113.007');
    await from('::ffff:203.0.113.8');
    for (const n of [1, 2, 3]) await from(`9.9.9.${n}`, '[2001:db8::1]:443');
    await from('[2001:db8::2]');
    const visitors = (await clicks()).map(({ visitor }) => visitor);
    expect(new Set(visitors.slice(0, 5)).size).toBe(5);
    expect(visitors.slice(5, 7)).toEqual(visitors.slice(0, 2));
    expect(new Set(visitors.slice(7)).size).toBe(1);
  });

  it('believes nobody where none was set', async () => {
    for (const n of [1, 2, 3])
      await get(hub.team, `/${hub.link.id}`, {
        'user-agent': CHROME,
        'x-forwarded-for': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
      });
    expect(new Set((await clicks()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});

describe('a hub', () => {
  it('is its own by every spelling of its name, and by those of its proxies', async () => {
    await set({ address: 'https://go.example.com', links: 'https://go.example.com', names: ['musubi_hub'] });
    const port = hub.team.hub.port;
    const ours = [
      'go.example.com',
      'go.example.com:443',
      'Go.Example.COM',
      'go.example.com.',
      'GO.example.com.:8443',
      `musubi_hub:${port}`,
      `localhost:${port}`,
    ];
    for (const host of ours) {
      const { status, headers } = await get(hub.team, `/${hub.link.id}`, { host });
      expect([host, status, headers.location]).toEqual([host, 302, TARGET]);
      expect([host, (await get(hub.team, '/app/', { host })).status]).toEqual([host, 200]);
    }
    for (const host of ['evil.example', 'go.example.com.evil.example', 'xgo.example.com', '10.0.0.7', 'a b'])
      expect([host, (await get(hub.team, `/${hub.link.id}`, { host })).headers.location]).toEqual([
        host,
        undefined,
      ]);
    const { headers } = await get(hub.team, '/app/', { host: 'musubi_hub:8787' });
    expect(headers['content-security-policy']).toContain('wss://go.example.com');
  });

  it('is well by whatever host name, and none', async () => {
    for (const path of ['/healthz', '/readyz', '/healthz/', '//healthz', '/healthz?x']) {
      expect([path, (await get(hub.team, path, { host: '10.0.0.7:8787' })).status]).toEqual([path, 200]);
      expect([path, await raw(`GET ${path} HTTP/1.0\r\n\r\n`)]).toEqual([
        path,
        expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nok$/),
      ]);
    }
    expect(await raw('HEAD /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n$/);
    expect((await get(hub.team, '/api/hub', { host: '10.0.0.7:8787' })).status).toBe(421);
    expect(await raw('GET /api/hub HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4/);
  });

  it('answers one that asks by its whole address, and not for another’s', async () => {
    const { port } = hub.team.hub;
    const own = `http://LOCALHOST:${port}/${hub.link.id}`;
    expect((await get(hub.team, own)).headers.location).toBe(TARGET);
    expect((await get(hub.team, `http://evil.example/${hub.link.id}`)).status).toBe(421);
  });

  it('cuts long headers of a request, and goes on', async () => {
    const long = 'x'.repeat(3000);
    const agent = `${CHROME} ${long}`;
    const { status } = await get(hub.team, `/${hub.link.id}`, {
      'user-agent': agent,
      referer: `https://r.example/${long}`,
    });
    expect(status).toBe(302);
    const other = await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${agent}y` });
    expect(other.status).toBe(302);
    const both = await clicks();
    expect(both[1]?.visitor).toBe(both[0]?.visitor);
    expect(both[0]?.referrer).toBe('r.example');
    expect((await get(hub.team, `/${hub.link.id}?${'x'.repeat(9000)}`)).status).toBe(414);
  });
});
