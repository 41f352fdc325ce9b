import { write } from 'node:fs';

/** Characters that may wait for a slow reader; lines beyond them are dropped. */
const MOST = 1 << 20;
/** How long an end waits for what is still to be written, ms. */
const LAST = 1000;

const linesIn = (text: string) => text.split('\n').length - 1;

/** Writes bytes to a descriptor, as Node does. */
type Write = (
  descriptor: number,
  bytes: Buffer,
  done: (error: NodeJS.ErrnoException | null, count: number) => void,
) => void;

/** A text on its way, and how many lines are lost where it does not arrive. */
interface Chunk {
  readonly text: string;
  readonly lines: number;
}

/**
 * Writes lines to a descriptor without ever waiting for whoever reads them: a log that is closed, full or not read must not
 * end the hub or hold it up, as a write to `process.stdout` would. How many lines that cost is said once it is read again.
 */
export class LogOutput {
  private waiting = '';
  private busy = false;
  private dropped = 0;
  /** Lines of before that what waits says were dropped. */
  private reported = 0;
  private readonly descriptor: number;
  private readonly lineOf: (dropped: number) => string;
  private readonly to: Write;

  /** `lineOf`: the line that says how many were dropped. */
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

  /** What was written so far has left, or its reader does not take it. */
  async written(): Promise<void> {
    const until = performance.now() + LAST;
    while (this.busy && performance.now() < until) await new Promise((turn) => setTimeout(turn, 5));
  }

  /** Says behind what waits how many lines were dropped since. */
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
