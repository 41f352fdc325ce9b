import { errorName } from './log-line.ts';

/** What is asked for within this is done at once, ms. */
const TOGETHER = 200;
/** Work that is to be light has one part in this many of the time: where it takes long it comes less often. */
const SHARE = 4;

/** Work that is done once for all who asked for it within a moment, and never twice at the same time. */
export class CoalescedJob {
  private readonly work: () => Promise<void>;
  private readonly failed: (name: string) => void;
  private timer: NodeJS.Timeout | null = null;
  private readonly isLight: boolean;
  private took = 0;
  private running: Promise<void> = Promise.resolve();

  /** `failed` is told the error's name; what asks next tries again. */
  constructor(work: () => Promise<void>, failed: (name: string) => void, { isLight = false } = {}) {
    this.work = work;
    this.isLight = isLight;
    this.failed = failed;
  }

  /** Has it done in a moment. */
  soon(): void {
    const rest = this.isLight ? Math.max(TOGETHER, this.took * (SHARE - 1)) : TOGETHER;
    this.timer ??= setTimeout(() => void this.now(), rest);
  }

  /** Has it done now; answers when it is. */
  now(): Promise<void> {
    this.rest();
    this.running = this.running
      .then(() => this.timed())
      .catch((error: unknown) => this.failed(errorName(error)));
    return this.running;
  }

  /** Does no more, and answers when what runs is done. */
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
