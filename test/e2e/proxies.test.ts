import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { timeoutsOf } from '../../src/hub/edge/edge.ts';
import { BOUNDS } from '../../src/hub/sync/socket.ts';
import { ClickLog } from '../../src/link/hub/click-log.ts';
import { MessageReader, message, text } from '../attack/sync-message.ts';
import { WEB_DIR } from '../run/build-web.ts';
import { onPath } from '../run/on-path.ts';
import { NAVIGATION } from '../unit/link/click/requests.ts';
import { CHROME, LinkHub, TARGET } from '../unit/link/hub/link-hub.ts';
import { freePort, NAME, PROXIES, type ProxyExample, started } from './example-proxies.ts';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** The address of this machine's own network that it comes from (Linux). */
  readonly from?: string;
}

const { keepAliveTimeout: REST } = timeoutsOf({ address: '', proxies: { hops: 1 } });

let hub: LinkHub;
let certificate: { readonly cert: string; readonly private: string };
beforeAll(async () => {
  hub = await LinkHub.open();
  hub.team.set = { address: `https://${NAME}`, proxies: { hops: 1 }, web: WEB_DIR };
  await hub.restart({ sockets: { ...BOUNDS, ping: 150 } });
  certificate = await generate([{ name: 'commonName', value: NAME }], { keyType: 'ec' });
});
afterAll(() => hub.close());

const isInstalled = (proxy: ProxyExample) => onPath(proxy.program) !== null;

describe.each(PROXIES)('our example for $name', (proxy) => {
  const run = isInstalled(proxy) ? 'is run below' : `is only read here: ${proxy.program} is not installed`;
  it(`says what a hub needs of it, and ${run}`, () => {
    const seconds = (pattern: RegExp) => Number(pattern.exec(proxy.text)?.[1] ?? 0) * 1000;
    for (const pattern of proxy.says) expect(proxy.text).toMatch(pattern);
    expect(proxy.text).toContain('MUSUBI_ADDRESS=https://hub.example.com MUSUBI_PROXY=1');
    // A socket outlives two pings that are lost, and a connection is let go of before the hub does that.
    for (const pattern of proxy.rests) expect(seconds(pattern)).toBeGreaterThan(3 * BOUNDS.ping);
    for (const pattern of proxy.reuses) expect(seconds(pattern)).toSatisfy((ms) => ms > 0 && ms < REST);
  });
});

describe.each(PROXIES.filter(isInstalled))('a hub behind our example for $name', (proxy) => {
  let child: ChildProcess | null = null;
  let [port, plain] = [0, 0];
  beforeAll(async () => {
    [port, plain] = [await freePort(), await freePort()];
    const folder = join(hub.team.folder, `proxy-${proxy.program}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'hub.pem'), certificate.cert);
    writeFileSync(join(folder, 'hub.key'), certificate.private);
    writeFileSync(join(folder, 'both.pem'), `${certificate.cert}\n${certificate.private}`);
    child = await started(proxy, { folder, hub: hub.team.hub.port, port, plain });
  });
  afterAll(async () => {
    if (!child || child.exitCode !== null) return;
    const over = once(child, 'exit');
    child.kill('SIGKILL');
    await over;
  });

  const begin = (path: string, { method = 'GET', headers = {}, from }: Asked) =>
    request({
      host: '127.0.0.1',
      port,
      servername: NAME,
      path,
      method,
      headers: { host: NAME, 'user-agent': CHROME, ...NAVIGATION, ...headers },
      rejectUnauthorized: false,
      agent: false,
      ...(from && { localAddress: from }),
    });
  const ask = async (path: string, asked: Asked = {}) => {
    const sent = begin(path, asked);
    sent.end(asked.body);
    const [answer] = (await once(sent, 'response')) as [
      AsyncIterable<Buffer> & { statusCode: number; headers: IncomingHttpHeaders },
    ];
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part);
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() };
  };
  const visitors = async () => {
    const log = await ClickLog.open(hub.team.hub.hub.services.db, () => hub.team.now);
    const { clicks } = await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`));
    return clicks.map(({ visitor }) => visitor);
  };

  it('serves the companion whole', async () => {
    const page = await ask('/app/');
    expect([page.status, page.headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining(`wss://${NAME}`),
    ]);
    const script = /src="([^"]+\.js)"/.exec(page.body)?.[1] ?? '';
    const { status, headers } = await ask(new URL(script, `https://${NAME}/app/`).pathname);
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await ask('/')).body).toContain('href="/app/');
    expect((await ask('/tools/musubi/app/')).status).toBe(404);
    expect((await ask('/readyz')).body).toBe('ok');
    // Caddy leads there by itself, but not where it may fetch no certificate.
    if (proxy.program === 'caddy') return;
    const answer = await fetch(`http://127.0.0.1:${plain}/app/?x`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      expect.stringMatching(/^https:\/\/127\.0\.0\.1(?::\d+)?\/app\/\?x$/),
    ]);
  });

  it('leads by a short link, and counts whoever comes from another address as another', async () => {
    const before = (await visitors()).length;
    const spoofed = { 'x-forwarded-for': '9.9.9.9', forwarded: 'for=8.8.8.8', 'x-real-ip': '7.7.7.7' };
    const follow = (path: string, from: string, headers = {}) => ask(path, { from, headers });
    const answers = [
      await follow(`/${hub.link.id}`, '127.0.8.1'),
      await follow(`/${hub.link.id}/`, '127.0.8.2'),
      await follow(`//${hub.link.id}`, '127.0.8.1', spoofed),
      await follow(`/${hub.link.id}?x=%2F%2e%2e`, '127.0.8.2', { forwarded: 'for=127.0.8.1' }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      answers.map(() => [302, TARGET]),
    );
    const [first, second, third, fourth] = (await visitors()).slice(before);
    expect([third, fourth]).toEqual([first, second]);
    expect(second).not.toBe(first);
  });

  it('carries rooms over a socket, and pings one that rests', async () => {
    const token = await hub.team.signedIn();
    const options = { headers: { host: NAME }, servername: NAME, rejectUnauthorized: false };
    const socket = new WebSocket(`wss://127.0.0.1:${port}/sync`, [], options);
    const pinged = vi.fn();
    socket.on('ping', pinged);
    const states: Uint8Array[] = [];
    const answers: string[] = [];
    socket.on('message', (bytes: Buffer) => {
      const { answer, state } = MessageReader.read(bytes);
      if (answer) answers.push(answer);
      if (state) states.push(state);
    });
    await once(socket, 'open');
    socket.send(message('team', 2, 0, text(token)));
    await vi.waitFor(() => expect(answers).toEqual(['authenticated']));
    socket.send(message('team', 0, 0, Uint8Array.of(0)));
    await vi.waitFor(() => expect(states[0]?.byteLength).toBeGreaterThan(20));
    await vi.waitFor(() => expect(pinged.mock.calls.length).toBeGreaterThan(1), 5000);
    socket.terminate();
  });

  it('takes a large part of a medium as it is sent', async () => {
    const token = await hub.team.signedIn();
    const medium = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(12 << 20)]);
    const hash = createHash('sha256').update(medium).digest('hex');
    const sent = begin(`/media/${hash}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-range': `bytes 0-${medium.length - 1}/${medium.length}`,
        'content-length': String(medium.length),
      },
    });
    sent.write(medium.subarray(0, 8 << 20));
    const media = join(hub.team.folder, 'media');
    const there = () =>
      readdirSync(media, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes(hash))
        .reduce((sum, name) => sum + statSync(join(media, name)).size, 0);
    // Half of it is on the hub's disk before the rest is sent.
    await vi.waitFor(() => expect(there()).toBeGreaterThan(4 << 20), 5000);
    sent.end(medium.subarray(8 << 20));
    const [answer] = (await once(sent, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(200);
    const back = await ask(`/media/${hash}`, {
      headers: { authorization: `Bearer ${token}`, range: 'bytes=0-3' },
    });
    expect([back.status, back.headers['content-range']]).toEqual([206, `bytes 0-3/${medium.length}`]);
  });
});
