import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Connections } from '../edge/connections.ts';
import { PendingBytes } from '../edge/pending-bytes.ts';

/** Limits for incomplete data from sockets, bytes. */
export interface IncomingBounds {
  /** Over one socket before its device has signed in: tokens, and the state vector of each room that it opens. */
  readonly unproved: number;
  /** Over all sockets that have not signed in. */
  readonly strangers: number;
  /** Of incomplete messages of all devices together. */
  readonly unfinished: number;
}

/** Overhead of a buffered chunk, which may be a single byte. */
const PIECE = 128;

/** The parts of the library's receiver that show how much of an incomplete message is buffered. */
interface Receiver {
  readonly _buffers?: readonly unknown[];
  readonly _bufferedBytes?: number;
  readonly _messageLength?: number;
  readonly writableLength?: number;
}

/** Bytes that a socket has buffered of incomplete messages. */
export function unfinishedOf(ws: WebSocket): number {
  const { _receiver: receiver } = ws as unknown as { readonly _receiver?: Receiver };
  const { _bufferedBytes: read = 0, _messageLength: parts = 0, writableLength: waiting = 0 } = receiver ?? {};
  return read + parts + waiting + (receiver?._buffers?.length ?? 0) * PIECE;
}

/**
 * Limits what sockets have sent that cannot be processed yet, since a frame may be begun and never finished. For strangers,
 * by network, everything counts that arrived; for devices, by number, what is buffered of incomplete messages.
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

  /** Counts what arrives over a socket from now on. */
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
