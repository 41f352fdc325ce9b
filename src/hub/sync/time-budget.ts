import type { Limit } from '../http/rate-limits.ts';

/** Sources that are kept: one that is forgotten has spent nothing. */
const MOST_DEVICES = 50_000;

/**
 * How much of the hub's own time each device may take, ms. What a thing takes is known only when it is done: it is done once
 * more after the last is spent, and then not before enough has come back.
 */
export class TimeBudget {
  private readonly limit: Limit;
  private readonly now: () => number;
  /** What each has left, in the order of their last use. */
  private readonly left = new Map<number, { ms: number; at: number }>();

  constructor(limit: Limit, now: () => number) {
    this.limit = limit;
    this.now = now;
  }

  isSpent(device: number): boolean {
    return this.of(device) <= 0;
  }

  /** Does something for a device, and takes what it took. */
  do<Value>(device: number, work: () => Value): Value {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.spend(device, performance.now() - began);
    }
  }

  spend(device: number, ms: number): void {
    const left = this.of(device) - ms;
    this.left.delete(device);
    this.left.set(device, { ms: left, at: this.now() });
    const oldest = this.left.keys().next();
    if (this.left.size > MOST_DEVICES && !oldest.done) this.left.delete(oldest.value);
  }

  private of(device: number): number {
    const { most, perSecond } = this.limit;
    const known = this.left.get(device);
    if (!known) return most;
    return Math.min(most, known.ms + (Math.max(0, this.now() - known.at) * perSecond) / 1000);
  }
}
