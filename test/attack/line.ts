import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Changes } from './until.ts';

export interface LineOptions {
  /** The address of this machine's own network that it comes from: 127.0.0.2 and so on (Linux). */
  readonly from?: string;
}

export interface HalfRequest {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Bytes of the body that are sent at once. */
  readonly sent: number;
}

/** A TCP line to the hub, on which bytes are written by hand and read, or not read, as they come. */
export class RawLine {
  readonly socket: Socket;
  /** All that came, as latin1. */
  received = '';
  closed = false;
  private readonly changes = new Changes();
  private waiting: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => {
      this.received += bytes.toString('latin1');
      this.changes.changed();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.changes.changed();
    });
  }

  static async open(port: number, { from }: LineOptions): Promise<RawLine> {
    const socket = connect({ port, host: '127.0.0.1', ...(from && { localAddress: from }) });
    await once(socket, 'connect');
    return new RawLine(socket);
  }

  write(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Sends the head of a request and a part of its body. */
  begin({ method, path, host, headers, body, sent }: HalfRequest): void {
    const bytes = Buffer.from(body);
    const all = { host, 'content-type': 'application/json', 'content-length': bytes.length, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    this.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    this.write(bytes.subarray(0, sent));
    this.waiting = bytes.subarray(sent);
  }

  /** Sends what `begin` held back; answers as `answer` does. */
  rest(): Promise<{ status: number; body: string }> {
    this.write(this.waiting);
    return this.answer();
  }

  /** The first whole answer: its status (0 where the line was cut instead) and its body. */
  async answer(ms = 10_000): Promise<{ status: number; body: string }> {
    const whole = () => {
      const end = this.received.indexOf('\r\n\r\n');
      if (end < 0) return this.closed;
      const length = /^content-length: (\d+)/im.exec(this.received.slice(0, end))?.[1];
      if (length === undefined) return this.closed || /0\r\n\r\n$/.test(this.received);
      return this.closed || this.received.length >= end + 4 + Number(length);
    };
    await this.changes.until(whole, 'an answer on a line', ms);
    const end = this.received.indexOf('\r\n\r\n');
    const body = end < 0 ? '' : this.received.slice(end + 4);
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(this.received)?.[1] ?? 0), body };
  }

  /** Sends several requests at once; the status of each answer, fewer where the line was cut. */
  async several(requests: string, most: number, ms = 10_000): Promise<string[]> {
    this.received = '';
    this.write(requests);
    const statuses = () => (this.received.match(/HTTP\/1\.1 \d{3}/g) ?? []).map((line) => line.slice(9));
    await this.changes.until(() => this.closed || statuses().length >= most, `${most} answers on a line`, ms);
    return statuses();
  }

  /** Takes nothing more from the line, as a reader that sleeps. */
  pause(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }
}
