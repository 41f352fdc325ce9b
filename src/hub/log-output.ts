import { write } from 'node:fs';

/** Characters that may be queued for a slow reader; further lines are dropped. */
const MOST = 1 << 20;
/** How long a stop waits for queued lines, ms. */
const LAST = 1000;

const linesIn = (text: string) => text.split('\n').length - 1;

/** Writes bytes to a descriptor, like Node's `fs.write`. */
type Write = (
  descriptor: number,
  bytes: Buffer,
  done: (error: NodeJS.ErrnoException | null, count: number) => void,
) => void;

/** A text being written, and how many lines are lost if that fails. */
interface Chunk {
  readonly text: string;
  readonly lines: number;
}

/**
 * Writes lines to a descriptor without blocking: a log that is closed, full or not read must not end or delay the hub, as a
 * write to `process.stdout` would. Once the log is read again, a line says how many were dropped.
 */
export class LogOutput {
  private waiting = '';
  private busy = false;
  private dropped = 0;
  /** Dropped lines that the queued text already reports. */
  private reported = 0;
  private readonly descriptor: number;
  private readonly lineOf: (dropped: number) => string;
  private readonly to: Write;

  /** `lineOf`: makes the line that reports how many were dropped. */
  constructor(descriptor: number, lineOf: (dropped: number) => string, to: Write = write) {
    this.descriptor = descriptor;
    this.lineOf = lineOf;
    this.to = to;
  }

  write(line: string): void {
    if (this.waiting.length < MOST) {
      this.report();
      this.waiting += line;
    } else this.dropped += linesIn(line);
    if (!this.busy) this.next();
  }

  /** Resolves when the queue is written, or after a while if its reader does not take it. */
  async written(): Promise<void> {
    const until = performance.now() + LAST;
    while (this.busy && performance.now() < until) await new Promise((turn) => setTimeout(turn, 5));
  }

  /** Appends the number of dropped lines to the queue. */
  private report(): void {
    if (this.dropped === 0) return;
    this.waiting += this.lineOf(this.dropped);
    this.reported += this.dropped - 1;
    this.dropped = 0;
  }

  private next(): void {
    if (this.waiting === '') return;
    const chunk = { text: this.waiting, lines: linesIn(this.waiting) + this.reported };
    [this.waiting, this.reported, this.busy] = ['', 0, true];
    this.send(Buffer.from(chunk.text), chunk);
  }

  private send(bytes: Buffer, chunk: Chunk): void {
    this.to(this.descriptor, bytes, (error, count) => {
      if (error?.code === 'EAGAIN') return void setTimeout(() => this.send(bytes, chunk), 50).unref();
      if (!error && count < bytes.length) return this.send(bytes.subarray(count), chunk);
      this.busy = false;
      if (error) this.dropped += chunk.lines;
      else this.report();
      this.next();
    });
  }
}
