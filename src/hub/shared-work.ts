/** A job of which at most one runs and one waits. Requests during a run share the waiting one, since it starts after them. */
export class SharedWork {
  private readonly work: () => Promise<void>;
  private running: Promise<void> | null = null;
  private waiting: Promise<void> | null = null;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  /** Resolves when a run that started after this call is done. */
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
