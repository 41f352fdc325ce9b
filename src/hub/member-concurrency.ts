import { FairQueue } from './fair-queue.ts';

/** Concurrent jobs of one member, so that a long one does not block their short ones. */
const AT_ONCE = 4;

/**
 * Limits the concurrent jobs of each member; further ones wait, with the member's devices in turn. So the store, which all
 * jobs share, has only a few jobs of each member to do, however many hundreds one member sends.
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

  /** Returns undefined if there is room, so that the job starts synchronously and what was checked in this turn still holds. */
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

  /** Gives the free place to the next waiting job. */
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
