/** Does one thing after the other: each begins when the one before has ended, whatever came of it. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** What comes of the work, once it was its turn; fails as it does, and stops nobody behind it. */
  next<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Everything that has a turn by now has ended. */
  async ended(): Promise<void> {
    await this.last;
  }
}
