import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import type { Answer, Ask } from './answer.ts';
import { overlaid } from './nasty/overlay.ts';
import { pages } from './playground.ts';
import { createProxy } from './proxy.ts';
import { siteOf } from './routes.ts';

/** One request that reached us. */
export interface Entry {
  readonly host: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What we answered; 502 where no stand-in has this host. */
  readonly status: number;
  /** The browser's own errand (updates, sign-in): nothing that a page or an extension asked for. */
  readonly errand: boolean;
}

const ERRANDS = /(^|\.)(google|googleapis|gstatic|gvt1|googleusercontent|mozilla|firefox)\.(com|net|org)$/;

export interface Hosts {
  /** Plain http on loopback; answers by Host header, `x.com.localhost` too, and shows the index otherwise. */
  readonly port: number;
  readonly proxyPort: number;
  /** Addresses of the stand-in pages, by name. */
  readonly pages: typeof pages;
  /** Every request so far, oldest first. */
  readonly log: readonly Entry[];
  readonly stop: () => Promise<void>;
}

/** The host that is meant: without port and `.localhost`; loopback itself is the index. */
function hostOf(header: string): string {
  const host = header.replace(/:\d+$/, '').toLowerCase();
  if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)) return 'musubi.example';
  return host.replace(/\.localhost$/, '');
}

function answerTo(ask: Ask): Answer {
  const site = siteOf(ask.host);
  if (!site)
    return { status: 502, type: 'text/plain; charset=utf-8', body: `No stand-in answers for ${ask.host}.\n` };
  const answer = site(ask);
  if (answer) return overlaid(answer, ask);
  return { status: 404, type: 'text/plain; charset=utf-8', body: `${ask.host} has no ${ask.path} here.\n` };
}

function reply(log: Entry[], incoming: IncomingMessage, outgoing: ServerResponse): void {
  const host = hostOf(incoming.headers.host ?? '');
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  const url = new URL(path, `http://${host || 'unknown.invalid'}`);
  const answer = answerTo({ host, method, path: url.pathname, query: url.searchParams });
  const status = answer.status ?? 200;
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  log.push({ host, method, path, headers, status, errand: ERRANDS.test(host) });
  incoming.resume();
  outgoing.writeHead(status, {
    'content-type': answer.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  outgoing.end(method === 'HEAD' ? undefined : answer.body);
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

/** Ends a server and what is still connected: a browser keeps its tunnels open. */
function closer(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
}

/**
 * Starts the stand-ins on loopback: they answer for the real host names through the proxy, with a certificate made
 * now, and reach no network. `port`: of the plain server, where a fixed one is wanted.
 */
export async function startHosts({ port = 0 }: { port?: number } = {}): Promise<Hosts> {
  const log: Entry[] = [];
  const certificate = await generate([{ name: 'commonName', value: 'stand-in.invalid' }], {
    algorithm: 'sha256',
  });
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => reply(log, incoming, outgoing);
  const plain = createPlain(answer);
  const secure = createSecure({ key: certificate.private, cert: certificate.cert }, answer);
  const closing = [closer(plain), closer(secure)];
  const behind = { http: await listen(plain, port), https: await listen(secure, 0) };
  const proxy = createProxy(behind);
  closing.push(closer(proxy));
  const proxyPort = await listen(proxy, 0);
  return {
    port: behind.http,
    proxyPort,
    pages,
    log,
    stop: async () => {
      await Promise.all(closing.map((close) => close()));
    },
  };
}
