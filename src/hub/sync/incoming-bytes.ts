import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Connections } from '../edge/connections.ts';
import { PendingBytes } from '../edge/pending-bytes.ts';

/** What may be on its way to the hub over sockets, bytes. */
export interface IncomingBounds {
  /** Over one socket before its device has proved who it is: its tokens, and what it has of each room that it opens. */
  readonly unproved: number;
  /** Over all such sockets together. */
  readonly strangers: number;
  /** Of messages that have not come whole yet, of all devices together. */
  readonly unfinished: number;
}

/** What a piece takes beside its bytes, which may be one. */
const PIECE = 128;

/** What the library's receiver of a socket has of a message that is not whole, as far as it shows that. */
interface Receiver {
  readonly _buffers?: readonly unknown[];
  readonly _bufferedBytes?: number;
  readonly _messageLength?: number;
  readonly writableLength?: number;
}

/** Bytes of messages that have not come whole over a socket. */
export function unfinishedOf(ws: WebSocket): number {
  const { _receiver: receiver } = ws as unknown as { readonly _receiver?: Receiver };
  const { _bufferedBytes: read = 0, _messageLength: parts = 0, writableLength: waiting = 0 } = receiver ?? {};
  return read + parts + waiting + (receiver?._buffers?.length ?? 0) * PIECE;
}

/**
 * Bounds what sockets have sent and nobody can work on yet. A frame may be begun and never ended: of a stranger everything
 * counts that came, of a device what is left of a message. Devices count by their numbers, strangers by the network they are
 * of.
 */
export class IncomingBytes {
  private readonly bounds: IncomingBounds;
  private readonly connections: Connections;
  private readonly strangers: PendingBytes<WebSocket>;
  private readonly devices: PendingBytes<WebSocket>;

  constructor(bounds: IncomingBounds, connections: Connections) {
    this.bounds = bounds;
    this.connections = connections;
    this.strangers = new PendingBytes(bounds.strangers);
    this.devices = new PendingBytes(bounds.unfinished);
  }

  /** Counts what comes over a socket from now on. */
  watch(ws: WebSocket, socket: Duplex, network: string): void {
    let came = 0;
    let owner = '';
    const proved = () => {
      this.strangers.note(network, ws, 0);
      owner = this.connections.ownerOf(socket);
    };
    const stranger = () => {
      if (came > this.bounds.unproved) ws.terminate();
      else this.strangers.note(network, ws, came)?.terminate();
    };
    const count = () => {
      if (owner === '' && this.connections.isAuthenticated(socket)) proved();
      if (owner === '') stranger();
      else this.devices.note(owner, ws, unfinishedOf(ws))?.terminate();
    };
    socket.on('data', (bytes: Buffer) => {
      came += bytes.byteLength + PIECE;
      count();
    });
    ws.on('message', count);
    socket.once('close', () => {
      this.strangers.note(network, ws, 0);
      this.devices.note(owner, ws, 0);
    });
  }
}
