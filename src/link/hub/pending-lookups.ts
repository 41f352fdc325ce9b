import { FairPool } from '../../hub/edge/fair-pool.ts';

/** How long a request waits for an unknown id whose record may be on its way, ms, and how many may wait. */
const WAIT = 2000;
const MOST_WAITING = 200;

/** Wakes a waiting request, which then looks again. */
type Wake = () => void;

/** Lets lookups wait a moment for things that are about to appear. */
export class PendingLookups<Value> {
  private readonly find: (id: string) => Value | undefined;
  private readonly wakes = new Map<string, Set<Wake>>();
  private readonly waiting = new FairPool<Wake>({ most: MOST_WAITING, mostPerOwner: MOST_WAITING });

  constructor(find: (id: string) => Value | undefined) {
    this.find = find;
  }

  /** Wakes all lookups of a thing that is there now. */
  wake(id: string): void {
    for (const wake of this.wakes.get(id) ?? []) wake();
  }

  /**
   * Resolves with the thing once it is there, or undefined after a while. When too many lookups wait, the owner of most loses
   * their oldest, so that a stranger's guesses take no place from a link that was just made.
   */
  async wait(id: string, owner: string): Promise<Value | undefined> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(owner, wake);
        this.wakes.get(id)?.delete(wake);
        if (this.wakes.get(id)?.size === 0) this.wakes.delete(id);
        resolve();
      };
      const timer = setTimeout(wake, WAIT);
      this.wakes.set(id, (this.wakes.get(id) ?? new Set()).add(wake));
      this.waiting.add(owner, wake)?.();
    });
    return this.find(id);
  }
}
