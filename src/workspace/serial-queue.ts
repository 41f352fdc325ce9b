/** A serial queue: each job starts when the previous one has ended, also if that failed. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Queues a job; resolves or rejects as the job does. */
  run<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when all jobs queued so far have ended. */
  async idle(): Promise<void> {
    await this.last;
  }
}
