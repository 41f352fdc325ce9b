/** Work of one owner after the other, so that what it needs in memory is there once for each owner. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async of<Value>(owner: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.last.get(owner) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.last.set(owner, turn);
    try {
      return await turn;
    } finally {
      if (this.last.get(owner) === turn) this.last.delete(owner);
    }
  }
}
