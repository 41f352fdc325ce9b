/** How long an id that nobody knows yet is waited for, ms, and how many requests may: its record may be on its way. */
const WAIT = 2000;
const MOST_WAITING = 200;

/** Things that are asked for a moment before they are there. */
export class Awaited<Thing> {
  private readonly find: (id: string) => Thing | undefined;
  private readonly told = new Map<string, Set<() => void>>();
  private waiting = 0;

  constructor(find: (id: string) => Thing | undefined) {
    this.find = find;
  }

  /** Tells who waits that a thing is there. */
  tell(id: string): void {
    for (const tell of this.told.get(id) ?? []) tell();
  }

  /** The thing, once it is there; undefined where it does not come, or too many are waited for. */
  async soon(id: string): Promise<Thing | undefined> {
    if (this.waiting >= MOST_WAITING) return undefined;
    this.waiting += 1;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.told.get(id)?.delete(done);
        if (this.told.get(id)?.size === 0) this.told.delete(id);
        resolve();
      };
      const timer = setTimeout(done, WAIT);
      this.told.set(id, (this.told.get(id) ?? new Set()).add(done));
    });
    this.waiting -= 1;
    return this.find(id);
  }
}
