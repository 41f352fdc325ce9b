/**
 * Lets so many through in a turn of the loop, and the others in the next ones, in their order: whatever else came meanwhile,
 * a room's edit above all, has its turn between two portions.
 */
export class Pace {
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

  /** Null where one may go on at once; else answers when it is one's turn. */
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
