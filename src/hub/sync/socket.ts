import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import { Limits } from '../http/limits.ts';
import { framing } from './framed.ts';

/** What sockets are held to. A person's own writing is far below; an office behind one address is not counted together. */
export interface SocketBounds {
  /** Messages a second in the long run, and at once. */
  readonly perSecond: number;
  readonly burst: number;
  /** Bytes that may wait for a slow reader. */
  readonly buffered: number;
  readonly sockets: number;
}

export const BOUNDS: SocketBounds = { perSecond: 200, burst: 4000, buffered: 8 << 20, sockets: 20_000 };

const MESSAGE_BYTES = 4 << 20;
const BUDGET_CODE = 4429;
/** How often slow readers are looked for, ms. */
const LOOK = 2000;

/** The name that a message is addressed to: a length and its bytes, as lib0 writes a string. */
function addressOf(data: Buffer): string {
  let [length, shift, at] = [0, 0, 0];
  for (; at < 3; at++, shift += 7) {
    const byte = data[at] ?? 0;
    length += (byte & 0x7f) << shift;
    if (byte < 0x80) return data.toString('utf8', at + 1, at + 1 + length);
  }
  return '\0';
}

/** Serves the sync protocol on an HTTP server's `/sync`. */
export function serveSockets(
  http: Server,
  hub: Hocuspocus<never>,
  isAllowed: (request: IncomingMessage) => boolean,
  now: () => number,
  bounds: SocketBounds = BOUNDS,
): { close: () => void } {
  const server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES });
  const messages = new Limits({ most: bounds.burst, perSecond: bounds.perSecond }, now);
  let sockets = 0;
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = request.url?.split('?')[0];
    if (path !== '/sync' || sockets >= bounds.sockets || !isAllowed(request)) return void socket.destroy();
    server.handleUpgrade(request, socket, head, (ws) => {
      sockets += 1;
      ws.on('close', () => {
        sockets -= 1;
      });
      attach({ ws, socket, id: String(++counted) }, hub, messages, bounds);
    });
  });
  // A reader that takes nothing says nothing either: it is looked for.
  const looking = setInterval(() => {
    for (const client of server.clients) if (client.bufferedAmount > bounds.buffered) client.terminate();
  }, LOOK);
  return {
    close: () => {
      clearInterval(looking);
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

let counted = 0;

interface Line {
  readonly ws: WebSocket;
  readonly socket: Duplex;
  readonly id: string;
}

function attach(
  { ws, socket, id }: Line,
  hub: Hocuspocus<never>,
  messages: Limits,
  { buffered }: SocketBounds,
): void {
  const connection = hub.handleConnection(framing(ws, socket), new Request('http://hub.invalid/'));
  ws.on('error', () => ws.terminate());
  ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  ws.on('message', (data: Buffer) => {
    // A name with a session in it would open a room a thousand times over one socket.
    if (addressOf(data).includes('\0')) return ws.close(BUDGET_CODE, 'room');
    if (!messages.take(id)) return ws.close(BUDGET_CODE, 'rate');
    if (ws.bufferedAmount > buffered) return ws.terminate();
    connection.handleMessage(data);
  });
}
