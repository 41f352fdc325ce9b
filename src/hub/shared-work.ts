/** Work of which one runs and one waits: who asks meanwhile shares the one that waits, since it begins after they asked. */
export class SharedWork {
  private readonly work: () => Promise<void>;
  private running: Promise<void> | null = null;
  private waiting: Promise<void> | null = null;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  /** Has it done; answers when one that began after this is over. */
  now(): Promise<void> {
    if (this.waiting) return this.waiting;
    if (!this.running) return this.begin();
    const next = () => {
      this.waiting = null;
      return this.begin();
    };
    this.waiting = this.running.then(next, next);
    return this.waiting;
  }

  private begin(): Promise<void> {
    const run = this.work().finally(() => {
      if (this.running === run) this.running = null;
    });
    this.running = run;
    return run;
  }
}
