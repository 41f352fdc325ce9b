interface Bucket {
  left: number;
  at: number;
}

/** How much one source may do: `most` at once, filled again at `perSecond`. */
export interface Limit {
  readonly most: number;
  readonly perSecond: number;
}

const MOST_KEPT = 50_000;

/** Buckets by source. An office behind one address shares its bucket, so limits by address are wide ones. */
export class Limits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly limit: Limit;
  private readonly now: () => number;
  constructor(limit: Limit, now: () => number) {
    this.limit = limit;
    this.now = now;
  }

  /** Takes from a source's bucket; false where it is empty. */
  take(source: string, amount = 1): boolean {
    const { most, perSecond } = this.limit;
    const now = this.now();
    const bucket = this.buckets.get(source) ?? { left: most, at: now };
    const left = Math.min(most, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1000);
    // Taken out and put in again: the map's order is that of last use.
    this.buckets.delete(source);
    this.buckets.set(source, { left: left < amount ? left : left - amount, at: now });
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MOST_KEPT && !oldest.done) this.buckets.delete(oldest.value);
    return left >= amount;
  }
}
