import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Connections } from '../edge/connections.ts';
import { targetOf } from '../edge/hosts.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { type IncomingBounds, IncomingBytes } from './incoming-bytes.ts';
import { keepAlive } from './keep-alive.ts';
import { fateOf } from './message-filter.ts';
import { Backlog, SocketWriter } from './socket-writer.ts';

/** Limits per socket, far above what a person writes. They do not add up for an office behind one address. */
export interface SocketBounds {
  /** Messages a second in the long run, and in a burst. */
  readonly perSecond: number;
  readonly burst: number;
  /** Bytes that may be queued for all slow readers together. */
  readonly backlog: number;
  /** How long a device may take to sign in, ms. */
  readonly silent: number;
  /** Limits for incomplete incoming data. */
  readonly incoming: IncomingBounds;
  /** The interval of pings, ms: shorter than the idle timeout of proxies. */
  readonly ping: number;
}

export const BOUNDS: SocketBounds = {
  perSecond: 200,
  burst: 4000,
  backlog: 256 << 20,
  silent: 10_000,
  incoming: { unproved: 256 << 10, strangers: 16 << 20, unfinished: 64 << 20 },
  ping: 25_000,
};

/** What the sockets need of the hub. */
export interface Surroundings {
  readonly isOurHost: (host: string) => boolean;
  readonly networkOf: (request: IncomingMessage) => string;
  readonly connections: Connections;
}

const PATH = /^\/sync\/?(?:\?|$)/;
const MESSAGE_BYTES = 4 << 20;
/** Fragments that one message may come in. Browsers fragment at 128 KB. */
const MOST_PIECES = 256;
const BUDGET_CODE = 4429;
/** Messages over a socket before its device has signed in: it opens all of its rooms at once. */
const MOST_UNPROVED = 500;

/** Serves the sync protocol on an HTTP server's `/sync`. */
export function serveSockets(
  http: Server,
  hub: Hocuspocus<never>,
  around: Surroundings,
  now: () => number,
  bounds: SocketBounds = BOUNDS,
): { close: () => void } {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES,
    maxFragments: MOST_PIECES,
    // One message, ping or pong of a socket per turn of the event loop, since one read may bring thousands.
    allowSynchronousEvents: false,
  });
  const messages = new RateLimits({ most: bounds.burst, perSecond: bounds.perSecond }, now);
  const backlog = new Backlog(bounds.backlog);
  const incoming = new IncomingBytes(bounds.incoming, around.connections);
  const pings = keepAlive(server, bounds.ping);
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, path } = targetOf(request.url ?? '');
    const isOurs = around.isOurHost(host ?? request.headers.host ?? '');
    if (!PATH.test(path) || !isOurs) return void socket.destroy();
    const network = around.networkOf(request);
    around.connections.add(socket, network);
    server.handleUpgrade(request, socket, head, (ws) => {
      pings.watch(ws);
      endSilent(socket, around.connections, bounds.silent);
      incoming.watch(ws, socket, network);
      const line = new SocketWriter(ws, socket, backlog, () => pings.heard(ws));
      attach(ws, socket, line, { hub, messages, connections: around.connections });
    });
  });
  return {
    close: () => {
      pings.stop();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** Closes a socket over which no device signs in in time. */
function endSilent(socket: Duplex, connections: Connections, ms: number): void {
  const timer = setTimeout(() => connections.isAuthenticated(socket) || socket.destroy(), ms);
  socket.once('close', () => clearTimeout(timer));
}

interface Parts {
  readonly hub: Hocuspocus<never>;
  readonly messages: RateLimits;
  readonly connections: Connections;
}

let counted = 0;

function attach(
  ws: WebSocket,
  socket: Duplex,
  line: SocketWriter,
  { hub, messages, connections }: Parts,
): void {
  const id = String(++counted);
  const authenticated = (device: number) => connections.authenticate(socket, device);
  const connection = hub.handleConnection(line, new Request('http://hub.invalid/'), {
    authenticated,
  } as never);
  // The sync library closes connections that send none of its own messages for a minute; pongs and ignored ones count here.
  const heard = () => {
    connection.lastMessageReceivedAt = Date.now();
  };
  ws.on('pong', heard);
  ws.on('error', () => ws.terminate());
  ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  let unproved = 0;
  const allows = () => {
    if (!connections.isAuthenticated(socket)) unproved += 1;
    return unproved <= MOST_UNPROVED && messages.take(id);
  };
  ws.on('ping', () => allows() || ws.terminate());
  ws.on('message', (data: Buffer) => {
    const fate = fateOf(data);
    if (fate === 'end') return ws.close(BUDGET_CODE, 'room');
    if (!allows()) return ws.close(BUDGET_CODE, 'rate');
    if (fate === 'pass') connection.handleMessage(data);
    else heard();
  });
}
