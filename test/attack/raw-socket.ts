import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MessageReader, message, text } from './sync-message.ts';
import { Changes } from './until.ts';

export interface SocketOptions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of this machine's own network that it comes from: 127.0.0.2 and so on (Linux). */
  readonly from?: string;
}

/** Opcodes of https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export const OP = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameOptions {
  readonly fin?: boolean;
  /** Clients have to. */
  readonly masked?: boolean;
  /** The length that the frame claims, where that is not so. */
  readonly length?: number;
  /** Reserved bits, 0 to 7. */
  readonly reserved?: number;
}

/** A frame, well made or not. */
export function frameOf(op: number, payload: Uint8Array, options: FrameOptions = {}): Buffer {
  const { fin = true, masked = true, length = payload.byteLength, reserved = 0 } = options;
  const head = Buffer.alloc(length < 126 ? 2 : length < 1 << 16 ? 4 : 10);
  head[0] = (fin ? 0x80 : 0) | (reserved << 4) | op;
  head[1] = (masked ? 0x80 : 0) | (head.length === 2 ? length : head.length === 4 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0))]);
}

/** A WebSocket to the hub on which frames are written by hand; what comes is read as the sync protocol. */
export class RawSocket {
  readonly socket: Socket;
  /** What the hub answered, in order; `answer` takes from here. */
  readonly answers: string[] = [];
  /** What others wrote since, as it came; and what the hub gave for each `step`. */
  readonly updates: Uint8Array[] = [];
  readonly states: Uint8Array[] = [];
  /** The code and reason it was closed with; '' while it is open, 'cut' where the line just ended. */
  ended = '';
  pings = 0;
  pongs = 0;
  /** A client that is gone without a word answers none. */
  answersPings = true;
  private parts: Buffer[] = [];
  private readonly fragments: Buffer[] = [];
  /** Bytes that wait in parts, and how many are needed before it is worth looking at them. */
  private waiting = 0;
  private needed = 2;
  private room = '';
  private readonly changes = new Changes();

  private constructor(socket: Socket, early: Buffer) {
    this.socket = socket;
    socket.on('data', (bytes: Buffer) => this.hear(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.ended ||= 'cut';
      this.changes.changed();
    });
    this.hear(early);
  }

  /** Throws where the upgrade is refused. */
  static async open(port: number, { path = '/sync', headers = {}, from }: SocketOptions): Promise<RawSocket> {
    const socket = connect({ port, host: '127.0.0.1', ...(from && { localAddress: from }) });
    socket.setNoDelay(true);
    await once(socket, 'connect');
    const all = {
      host: `127.0.0.1:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    const early = await upgraded(socket);
    return new RawSocket(socket, early);
  }

  frame(op: number, payload: Uint8Array, options: FrameOptions = {}): void {
    this.socket.write(frameOf(op, payload, options));
  }

  /** One message of the sync protocol. */
  send(bytes: Uint8Array): void {
    this.frame(OP.binary, bytes);
  }

  /** Asks for a room; 'authenticated', 'denied: …', or how the line was closed. Later calls are of this room. */
  auth(room: string, token: string): Promise<string> {
    this.room = room;
    this.send(message(room, 2, 0, text(token)));
    return this.answer();
  }

  /** Offers an update. 'taken', 'not taken', 'closed: <reason>', or how the line was closed. */
  update(update: Uint8Array): Promise<string> {
    this.send(message(this.room, 0, 2, update));
    return this.answer();
  }

  /** Asks for what a state vector lacks; without one, for the whole room. */
  step(vector: Uint8Array = Uint8Array.of(0)): void {
    this.send(message(this.room, 0, 0, vector));
  }

  /** The whole room, as the hub gives it to a new device. */
  async state(ms = 10_000): Promise<Uint8Array> {
    const before = this.states.length;
    this.step();
    const came = () => this.states.length > before || this.ended !== '';
    await this.changes.until(came, 'the state of a room', ms);
    return this.states.at(-1) ?? new Uint8Array();
  }

  /** The next answer to something that was asked. */
  async answer(ms = 10_000): Promise<string> {
    await this.changes.until(() => this.answers.length > 0 || this.ended !== '', 'an answer on a socket', ms);
    return this.answers.shift() ?? this.ended;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(bytes: Buffer): void {
    this.parts.push(bytes);
    this.waiting += bytes.length;
    if (this.waiting < this.needed) return;
    let all = Buffer.concat(this.parts);
    for (this.needed = sizeOf(all); all.length >= this.needed; this.needed = sizeOf(all)) {
      this.took(all.subarray(0, this.needed));
      all = all.subarray(this.needed);
    }
    this.parts = [all];
    this.waiting = all.length;
    this.changes.changed();
  }

  private took(frame: Buffer): void {
    const [op, payload] = [(frame[0] ?? 0) & 15, frame.subarray(headOf(frame))];
    if (op === OP.close)
      this.ended =
        payload.length > 1 ? `${payload.readUInt16BE(0)} ${payload.toString('utf8', 2)}` : 'closed';
    if (op === OP.ping) this.pings += 1;
    if (op === OP.ping && this.answersPings) this.frame(OP.pong, payload);
    if (op === OP.pong) this.pongs += 1;
    if (op === OP.binary || op === OP.continuation) this.fragment(payload, ((frame[0] ?? 0) & 0x80) !== 0);
  }

  /** A large message comes in pieces. */
  private fragment(payload: Buffer, isLast: boolean): void {
    this.fragments.push(payload);
    if (isLast) this.take(Buffer.concat(this.fragments.splice(0)));
  }

  private take(payload: Buffer): void {
    const { answer, update, state } = MessageReader.read(payload);
    if (answer) this.answers.push(answer);
    if (update) this.updates.push(update);
    if (state) this.states.push(state);
  }
}

/** A server never masks. */
const headOf = (bytes: Buffer) => [2, 4, 10][Math.max(0, ((bytes[1] ?? 0) & 0x7f) - 125)] ?? 2;

/** Bytes of the first frame, its head included; more than there are where they do not tell yet. */
function sizeOf(bytes: Buffer): number {
  const head = headOf(bytes);
  if (bytes.length < head) return head;
  const short = (bytes[1] ?? 0) & 0x7f;
  return head + (head === 2 ? short : head === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
}

/** Waits for the answer to an upgrade; what came behind it. */
async function upgraded(socket: Socket): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (!head.includes('\r\n\r\n')) {
    const ended = once(socket, 'close').then(() => [null]);
    const [bytes] = await Promise.race([once(socket, 'data'), ended]).catch(() => [null]);
    if (bytes === null) throw new Error('the upgrade was cut');
    head = Buffer.concat([head, bytes]);
  }
  const end = head.indexOf('\r\n\r\n') + 4;
  const status = head.toString('latin1', 9, 12);
  if (status !== '101') throw new Error(`the upgrade was refused with ${status}`);
  return head.subarray(end);
}
