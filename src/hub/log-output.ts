import { write } from 'node:fs';

/** Characters that may wait for a slow reader; lines beyond them are dropped. */
const MOST = 1 << 20;
/** How long an end waits for what is still to be written, ms. */
const LAST = 1000;

/**
 * Writes lines to a descriptor without ever waiting for whoever reads them: a log that is closed, full or not read must not
 * end the hub or hold it up, as a write to `process.stdout` would.
 */
export class LogOutput {
  private waiting = '';
  private busy = false;
  private readonly descriptor: number;
  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  write(line: string): void {
    if (this.waiting.length < MOST) this.waiting += line;
    if (!this.busy) this.next();
  }

  /** What was written so far has left, or its reader does not take it. */
  async written(): Promise<void> {
    const until = performance.now() + LAST;
    while (this.busy && performance.now() < until) await new Promise((turn) => setTimeout(turn, 5));
  }

  private next(): void {
    if (this.waiting === '') return;
    const bytes = Buffer.from(this.waiting);
    this.waiting = '';
    this.busy = true;
    this.send(bytes);
  }

  private send(bytes: Buffer): void {
    write(this.descriptor, bytes, (error, count) => {
      if (error?.code === 'EAGAIN') return void setTimeout(() => this.send(bytes), 50).unref();
      if (!error && count < bytes.length) return this.send(bytes.subarray(count));
      this.busy = false;
      this.next();
    });
  }
}
