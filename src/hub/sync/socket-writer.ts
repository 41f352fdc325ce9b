import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { framed, frameOf } from './frames.ts';

/** A larger message is sent in fragments: control frames may come between them, and progress shows that the client reads. */
const PIECE = 64 << 10;
/** The state of a WebSocket that is about to be closed. */
const CLOSING = 2;

/** Bytes queued for all slow readers together. When they are too many, the socket with the longest queue is closed. */
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
 * The socket that the sync server writes to. The ws library would frame a message anew for every socket and write header and
 * body separately, which for a thousand devices is most of what an edit costs; here the frame is made once. Frames are
 * written whole, as are the library's own (nothing is compressed), so they never interleave. What a slow reader has not
 * taken waits here without a limit of its own, as long as the reader makes progress.
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

  /** `moved`: called when the reader took some of what was queued. */
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

  /** Bytes queued for the reader. */
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

  /** Closes the socket after the queue was sent. */
  readonly close = (code?: number, reason?: string): void => {
    this.ending ??= () => this.ws.close(code, reason);
    this.pump();
  };

  terminate(): void {
    this.ws.terminate();
    this.over();
  }

  /**
   * Resolves when the queue is empty, for one caller after the other: the next whole room is encoded only once the reader
   * has taken the last one.
   */
  turn(): Promise<void> {
    this.turns = this.turns.then(async () => {
      // The previous caller's answer is queued after this.
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

  /** Advances past the first message. Sent ones are dropped only now and then, since that copies the rest of the array. */
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
