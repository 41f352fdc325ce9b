/** What is asked for within this is done at once, ms. */
const TOGETHER = 200;

/** Work that is done once for all who asked for it within a moment, and never twice at the same time. */
export class Gathered {
  private readonly work: () => Promise<void>;
  private readonly failed: (name: string) => void;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  /** `failed` is told the error's name; what asks next tries again. */
  constructor(work: () => Promise<void>, failed: (name: string) => void) {
    this.work = work;
    this.failed = failed;
  }

  /** Has it done in a moment. */
  soon(): void {
    this.timer ??= setTimeout(() => void this.now(), TOGETHER);
  }

  /** Has it done now; answers when it is. */
  now(): Promise<void> {
    this.rest();
    this.running = this.running
      .then(this.work)
      .catch((error: unknown) => this.failed(error instanceof Error ? error.name : 'unknown'));
    return this.running;
  }

  /** Does no more, and answers when what runs is done. */
  close(): Promise<void> {
    this.rest();
    return this.running;
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
