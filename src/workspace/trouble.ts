/**
 * What is wrong with storage itself. `outdated`, `waiting`: a newer Musubi has the diary, or another page has it open in its
 * older form. `rooms`: a room's own database did not do something; what this device wrote is in the diary all the same.
 */
export type Trouble = 'outdated' | 'waiting' | 'rooms';

/** The current problem of the connection, for views to show. */
export class Troubles {
  private now: Trouble | null = null;
  private readonly listeners = new Set<(trouble: Trouble | null) => void>();

  get current(): Trouble | null {
    return this.now;
  }

  set(trouble: Trouble | null): void {
    if (trouble === this.now) return;
    this.now = trouble;
    for (const listener of this.listeners) listener(trouble);
  }

  /** Calls back with the current problem and whenever it changes. Answers with a function to stop. */
  listen(listener: (trouble: Trouble | null) => void): () => void {
    this.listeners.add(listener);
    listener(this.now);
    return () => this.listeners.delete(listener);
  }
}
