/** How long a positive result is reused, ms, so that frequent probes make no more work. */
const READY_MS = 500;

/** Checks whether the hub can write; concurrent probes, and those soon after a success, share one check. */
export class Readiness {
  private readonly look: () => Promise<boolean>;
  private readonly isFailing: () => boolean;
  private looking: Promise<boolean> | null = null;
  private readyAt = Number.NEGATIVE_INFINITY;

  /** `isFailing`: a write has just failed, so an earlier success no longer counts. */
  constructor(look: () => Promise<boolean>, isFailing: () => boolean) {
    this.look = look;
    this.isFailing = isFailing;
  }

  now(): Promise<boolean> {
    const isKnown = performance.now() - this.readyAt < READY_MS && !this.isFailing();
    if (isKnown && !this.looking) return Promise.resolve(true);
    this.looking ??= this.looked().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async looked(): Promise<boolean> {
    const isReady = await this.look().catch(() => false);
    if (isReady) this.readyAt = performance.now();
    return isReady;
  }
}
