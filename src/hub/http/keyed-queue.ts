import { turn as otherWork } from '../turn.ts';

/** Runs one job of an owner at a time, so that each owner's jobs need memory only once. Other work runs between two jobs. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  async run<Value>(owner: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.last.get(owner);
    const next = () => otherWork().then(work);
    const turn = before ? before.then(next, next) : work();
    this.last.set(owner, turn);
    try {
      return await turn;
    } finally {
      if (this.last.get(owner) === turn) this.last.delete(owner);
    }
  }
}
