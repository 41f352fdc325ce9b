interface Bucket {
  left: number;
  at: number;
}

/** How much one source may do: `most` at once, filled again at `perSecond`. */
export interface Limit {
  readonly most: number;
  readonly perSecond: number;
}

const MOST_BUCKETS = 50_000;

/**
 * Buckets by source: a network (`networkOf`), a member, a device. An office shares its network's, so those are wide ones, and
 * nothing that a device can prove is refused by them: they count what was wrong, or who cannot say who they are. A bucket
 * that is forgotten for want of room is a full one, which is to its source's good and nobody's harm.
 */
export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly limit: Limit;
  private readonly now: () => number;
  constructor(limit: Limit, now: () => number) {
    this.limit = limit;
    this.now = now;
  }

  /** Takes from a source's bucket; false where it is empty. */
  take(source: string, amount = 1): boolean {
    const left = this.leftOf(source);
    // Taken out and put in again: the map's order is that of last use.
    this.buckets.delete(source);
    this.buckets.set(source, { left: left < amount ? left : left - amount, at: this.now() });
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MOST_BUCKETS && !oldest.done) this.buckets.delete(oldest.value);
    return left >= amount;
  }

  private leftOf(source: string): number {
    const { most, perSecond } = this.limit;
    const bucket = this.buckets.get(source);
    if (!bucket) return most;
    return Math.min(most, bucket.left + (Math.max(0, this.now() - bucket.at) * perSecond) / 1000);
  }
}
