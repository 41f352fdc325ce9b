import { FairPool } from '../../hub/edge/fair-pool.ts';

/** How long an id that nobody knows yet is waited for, ms, and how many requests may: its record may be on its way. */
const WAIT = 2000;
const MOST_WAITING = 200;

/** Gives up waiting, or is told that it may look now. */
type Wake = () => void;

/** Things that are asked for a moment before they are there. */
export class Awaited<Thing> {
  private readonly find: (id: string) => Thing | undefined;
  private readonly wakes = new Map<string, Set<Wake>>();
  private readonly waiting = new FairPool<Wake>({ most: MOST_WAITING, mostPerOwner: MOST_WAITING });

  constructor(find: (id: string) => Thing | undefined) {
    this.find = find;
  }

  /** Tells who waits that a thing is there. */
  tell(id: string): void {
    for (const wake of this.wakes.get(id) ?? []) wake();
  }

  /**
   * The thing, once it is there; undefined where it does not come. Where too many are waited for, whoever waits for most waits
   * no longer for the oldest: a stranger's guesses take no place from a link that was just made.
   */
  async soon(id: string, owner: string): Promise<Thing | undefined> {
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
