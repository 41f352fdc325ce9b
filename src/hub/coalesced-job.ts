import { errorName } from './log-line.ts';

/** Requests within this time share one run, ms. */
const TOGETHER = 200;
/** A light job may take at most one part in this many of the time, so a slow one runs less often. */
const SHARE = 4;

/** Runs a job once for all requests within a moment, and never twice at the same time. */
export class CoalescedJob {
  private readonly work: () => Promise<void>;
  private readonly failed: (name: string) => void;
  private timer: NodeJS.Timeout | null = null;
  private readonly isLight: boolean;
  private took = 0;
  private running: Promise<void> = Promise.resolve();

  /** `failed`: gets the name of an error. The job runs again only when it is requested again. */
  constructor(work: () => Promise<void>, failed: (name: string) => void, { isLight = false } = {}) {
    this.work = work;
    this.isLight = isLight;
    this.failed = failed;
  }

  /** Runs the job in a moment. */
  soon(): void {
    const rest = this.isLight ? Math.max(TOGETHER, this.took * (SHARE - 1)) : TOGETHER;
    this.timer ??= setTimeout(() => void this.now(), rest);
  }

  /** Runs the job now; resolves when it is done. */
  now(): Promise<void> {
    this.rest();
    this.running = this.running
      .then(() => this.timed())
      .catch((error: unknown) => this.failed(errorName(error)));
    return this.running;
  }

  /** Cancels a scheduled run; resolves when a current one is done. */
  close(): Promise<void> {
    this.rest();
    return this.running;
  }

  private async timed(): Promise<void> {
    const began = performance.now();
    await this.work();
    this.took = performance.now() - began;
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
