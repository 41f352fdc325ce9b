import { connect } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { runDelay } from './run-delay.ts';

/**
 * Asks every hub it is told of for `/healthz` again and again, and measures how long that takes. In a thread of its own:
 * what an attacker computes is not the hub's. Nor is what other processes of a busy machine take from it: the time in which
 * the hub had no core, or this thread none, is taken off each wait.
 */
const PAUSE = 4;
const TICK = 5;
/** An address of its own, so that what holds an attacker off does not hold the probe off. */
const FROM = process.platform === 'linux' ? { localAddress: '127.0.0.77' } : {};

const watched = new Map<number, Line>();
let late = 0;
let slowest = 0;
let ticked = performance.now();
setInterval(() => {
  const now = performance.now();
  late += Math.max(0, now - ticked - 2 * TICK);
  ticked = now;
}, TICK);

class Line {
  over = false;
  private sent = 0;
  private lateThen = 0;
  private delayThen = 0;
  private readonly port: number;
  private readonly pid: number;
  constructor(port: number, pid: number) {
    this.port = port;
    this.pid = pid;
    this.open();
  }

  /** How long the question that is under way waits by now, ms. */
  get waits(): number {
    if (this.sent === 0) return 0;
    const ours = Math.max(late - this.lateThen, runDelay(this.pid) - this.delayThen);
    return Math.max(0, performance.now() - this.sent - ours);
  }

  private open(): void {
    if (this.over) return;
    const socket = connect({ port: this.port, host: '127.0.0.1', ...FROM });
    const question = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\n\r\n`;
    const ask = () => {
      if (this.over) return socket.destroy();
      this.sent = performance.now();
      this.lateThen = late;
      this.delayThen = runDelay(this.pid);
      socket.write(question);
    };
    let head = '';
    socket.setNoDelay(true).on('connect', ask);
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      head = '';
      slowest = Math.max(slowest, this.waits);
      this.sent = 0;
      setTimeout(ask, PAUSE);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      // A hub that is gone makes nobody wait; one that turned us away is asked again.
      this.sent = 0;
      setTimeout(() => this.open(), 10);
    });
  }
}

parentPort?.on('message', ({ watch, pid, forget }: { watch?: number; pid: number; forget?: number }) => {
  const port = watch ?? forget;
  if (port !== undefined) {
    const line = watched.get(port);
    if (line) line.over = true;
    watched.delete(port);
    if (watch) watched.set(port, new Line(port, pid));
  } else {
    parentPort?.postMessage(Math.max(slowest, ...[...watched.values()].map(({ waits }) => waits)));
    slowest = 0;
  }
});
