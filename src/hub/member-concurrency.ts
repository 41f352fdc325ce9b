import { FairQueue } from './fair-queue.ts';

/** Work of one member that is under way at once: a long one keeps none of their short ones waiting. */
const AT_ONCE = 4;

/**
 * Work that members bring, some of each at a time: what one brings by hundreds of lines stands behind their own, and of
 * theirs one device goes after the other. What works share (the store) then waits for a few of each, however many come.
 */
export class MemberConcurrency {
  private readonly underWay = new Map<string, number>();
  private readonly waiting = new Map<string, FairQueue<() => void>>();

  async run<Value>(member: string, device: number, work: () => Promise<Value>): Promise<Value> {
    await this.turn(member, device);
    try {
      return await work();
    } finally {
      this.over(member);
    }
  }

  /** Nothing is waited for where there is room: what was looked up in this turn holds when the work begins. */
  private turn(member: string, device: number): Promise<void> | undefined {
    const underWay = this.underWay.get(member) ?? 0;
    if (underWay < AT_ONCE) {
      this.underWay.set(member, underWay + 1);
      return undefined;
    }
    const waiting = this.waiting.get(member) ?? new FairQueue();
    this.waiting.set(member, waiting);
    return new Promise((begin) => waiting.push([device], begin));
  }

  /** Whoever waits next takes the place that is free. */
  private over(member: string): void {
    const waiting = this.waiting.get(member);
    const begin = waiting?.shift();
    if (waiting?.size === 0) this.waiting.delete(member);
    if (begin) begin();
    else this.free(member);
  }

  private free(member: string): void {
    const left = (this.underWay.get(member) ?? 1) - 1;
    if (left > 0) this.underWay.set(member, left);
    else this.underWay.delete(member);
  }
}
