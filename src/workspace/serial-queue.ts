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

/** A serial queue for each key. */
export class SerialQueues {
  private readonly queues = new Map<string, SerialQueue>();

  /** Queues a job behind those of the same key. */
  run<Value>(key: string, work: () => Value | Promise<Value>): Promise<Value> {
    const queue = this.queues.get(key) ?? new SerialQueue();
    this.queues.set(key, queue);
    return queue.run(work);
  }
}
