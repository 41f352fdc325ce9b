interface Bucket {
  left: number;
  at: number;
}

/** A token bucket: `most` at once, refilled at `perSecond`. */
export interface Limit {
  readonly most: number;
  readonly perSecond: number;
}

const MOST_BUCKETS = 50_000;

/**
 * Token buckets by source: a network (`networkOf`), a member or a device. A whole office shares one network, so the limits
 * by network are wide and apply only to failed attempts and to strangers, never to signed-in devices. A bucket that is
 * dropped to save memory counts as full again, which favours its source and harms nobody.
 */
export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly limit: Limit;
  private readonly now: () => number;
  constructor(limit: Limit, now: () => number) {
    this.limit = limit;
    this.now = now;
  }

  /** Takes from a source's bucket; false if not enough is left. */
  take(source: string, amount = 1): boolean {
    const left = this.leftOf(source);
    // Deleted and set again, so that the map is in the order of last use.
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
