/** How long it is known that the hub can write, ms: who asks more often makes no more work. */
const READY_MS = 500;

/** Whether the hub can write. Asked together, or soon after a yes, it looks once. */
export class Readiness {
  private readonly look: () => Promise<boolean>;
  private readonly isFailing: () => boolean;
  private looking: Promise<boolean> | null = null;
  private readyAt = Number.NEGATIVE_INFINITY;

  /** `isFailing`: something could not be written just now, whatever was known before. */
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
