import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { framed, frameOf } from './frames.ts';

/** A larger message goes out in pieces: other frames come between them, and each that is taken shows that somebody reads. */
const PIECE = 64 << 10;
/** The state of a WebSocket that is about to be closed. */
const CLOSING = 2;

/** Bytes that wait for all readers together. Where they are too many, whoever has most of them waiting is ended. */
export class Backlog {
  private readonly most: number;
  private readonly lines = new Set<SocketWriter>();
  private bytes = 0;

  constructor(most: number) {
    this.most = most;
  }

  enter(line: SocketWriter): void {
    this.lines.add(line);
  }

  leave(line: SocketWriter): void {
    this.bytes -= line.waiting;
    this.lines.delete(line);
  }

  changed(bytes: number): void {
    this.bytes += bytes;
    if (bytes > 0 && this.bytes > this.most) this.worst()?.terminate();
  }

  private worst(): SocketWriter | undefined {
    let worst: SocketWriter | undefined;
    for (const line of this.lines) if (!worst || line.waiting > worst.waiting) worst = line;
    return worst;
  }
}

/**
 * A socket as the sync server writes to it. The library would send head and message as two parts, to each socket anew: for
 * a thousand devices that is most of what an edit costs. A whole frame never falls into one of the library's own, which are
 * written whole too: nothing is compressed. What a slow reader does not take yet waits here, however much it is, for as long
 * as some of it is taken.
 */
export class SocketWriter {
  private readonly ws: WebSocket;
  private readonly socket: Duplex;
  private readonly backlog: Backlog;
  private queue: Uint8Array[] = [];
  private taken = 0;
  private at = 0;
  private bytes = 0;
  private ending: (() => void) | null = null;
  private readonly idle: (() => void)[] = [];
  private turns: Promise<void> = Promise.resolve();
  private isOver = false;

  /** `moved`: told when a reader took something that had waited. */
  constructor(ws: WebSocket, socket: Duplex, backlog: Backlog, moved: () => void = () => undefined) {
    this.ws = ws;
    this.socket = socket;
    this.backlog = backlog;
    backlog.enter(this);
    socket.on('drain', () => {
      moved();
      this.pump();
    });
    socket.once('close', () => this.over());
  }

  get readyState() {
    return this.ending ? CLOSING : this.ws.readyState;
  }

  /** Bytes that wait for the reader. */
  get waiting(): number {
    return this.bytes;
  }

  readonly send = (message: unknown): void => {
    if (!(message instanceof Uint8Array)) throw new Error('the sync server sends bytes');
    if (this.readyState !== this.ws.OPEN || this.isOver) return;
    const goesNow = this.bytes === 0 && message.byteLength <= PIECE && !this.socket.writableNeedDrain;
    if (goesNow) return void this.socket.write(framed(message));
    this.queue.push(message);
    this.bytes += message.byteLength;
    this.backlog.changed(message.byteLength);
    this.pump();
  };

  /** Closes it behind what waits. */
  readonly close = (code?: number, reason?: string): void => {
    this.ending ??= () => this.ws.close(code, reason);
    this.pump();
  };

  terminate(): void {
    this.ws.terminate();
    this.over();
  }

  /**
   * Answers when nothing waits, to one after the other: what is answered with a whole room is not begun before the reader
   * has taken the last.
   */
  turn(): Promise<void> {
    this.turns = this.turns.then(async () => {
      // What the last one was answered with is on its way after this.
      await new Promise((turn) => setImmediate(turn));
      if (this.bytes > 0) await new Promise<void>((free) => this.idle.push(free));
    });
    return this.turns;
  }

  private pump(): void {
    while (this.bytes > 0 && !this.socket.writableNeedDrain && !this.isOver) this.socket.write(this.next());
    if (this.bytes > 0) return;
    for (const free of this.idle.splice(0)) free();
    this.ending?.();
  }

  private next(): Buffer {
    const message = this.queue[this.taken] ?? new Uint8Array();
    const piece = message.subarray(this.at, this.at + PIECE);
    const isFirst = this.at === 0;
    this.at += piece.byteLength;
    const isLast = this.at === message.byteLength;
    if (isLast) this.shift();
    this.bytes -= piece.byteLength;
    this.backlog.changed(-piece.byteLength);
    return isFirst && isLast ? framed(message) : frameOf(piece, { isFirst, isLast });
  }

  /** The first is taken; those before it are let go of now and then, since that moves all the others. */
  private shift(): void {
    [this.at, this.taken] = [0, this.taken + 1];
    if (this.taken < 64 && this.taken < this.queue.length) return;
    this.queue = this.queue.slice(this.taken);
    this.taken = 0;
  }

  private over(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.backlog.leave(this);
    [this.queue, this.taken, this.at, this.bytes] = [[], 0, 0, 0];
    for (const free of this.idle.splice(0)) free();
  }
}
