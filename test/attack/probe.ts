import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Measures, in a thread of its own, how long hubs let `/healthz` wait. */
export class Probe {
  private readonly thread = new Worker(new URL('./probe-thread.ts', import.meta.url));

  watch(port: number, pid: number | undefined): void {
    this.thread.postMessage({ watch: port, pid });
  }

  forget(port: number): void {
    this.thread.postMessage({ forget: port });
  }

  /** The longest wait since it was last asked, ms. */
  async slowest(): Promise<number> {
    this.thread.postMessage({});
    const [ms] = await once(this.thread, 'message');
    return ms as number;
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }
}
