/**
 * Lets a limited number of requests through per turn of the event loop, the others in order in the next turns, so that other
 * work, above all edits of rooms, is served in between.
 */
export class TurnThrottle {
  private readonly portion: number;
  private readonly mostWaiting: number;
  private readonly waiting: (() => void)[] = [];
  private passed = 0;
  private isTurning = false;

  constructor(portion: number, mostWaiting: number) {
    this.portion = portion;
    this.mostWaiting = mostWaiting;
  }

  get isFull(): boolean {
    return this.waiting.length >= this.mostWaiting;
  }

  /** Null if the caller may go on at once; else resolves when it is its turn. */
  enter(): Promise<void> | null {
    this.turnSoon();
    if (this.passed >= this.portion) return new Promise((go) => this.waiting.push(go));
    this.passed += 1;
    return null;
  }

  private turnSoon(): void {
    if (this.isTurning) return;
    this.isTurning = true;
    setImmediate(() => this.turn());
  }

  private turn(): void {
    const next = this.waiting.splice(0, this.portion);
    this.passed = next.length;
    this.isTurning = false;
    if (next.length > 0) this.turnSoon();
    for (const go of next) go();
  }
}
