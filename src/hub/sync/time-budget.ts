import type { Limit } from '../http/rate-limits.ts';

/** Devices whose budget is remembered; a forgotten one counts as unspent. */
const MOST_DEVICES = 50_000;

/**
 * A budget of the hub's processing time for each device, ms. The cost of work is known only afterwards, so the last piece may
 * overdraw the budget; then nothing is done until it has refilled above zero.
 */
export class TimeBudget {
  private readonly limit: Limit;
  private readonly now: () => number;
  /** The budget that is left, in the order of last use. */
  private readonly left = new Map<number, { ms: number; at: number }>();

  constructor(limit: Limit, now: () => number) {
    this.limit = limit;
    this.now = now;
  }

  isSpent(device: number): boolean {
    return this.of(device) <= 0;
  }

  /** Does work for a device and charges its time. */
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
