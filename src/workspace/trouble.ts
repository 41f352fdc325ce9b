/** What is wrong with the connection to the diary itself. `waiting`: another page holds it open in its older form. */
export type Trouble = 'outdated' | 'waiting';

/** Holds what is wrong with the connection now, for whoever shows it. */
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

  /** Calls with what is so now and whenever it changes. Gives the way to stop. */
  listen(listener: (trouble: Trouble | null) => void): () => void {
    this.listeners.add(listener);
    listener(this.now);
    return () => this.listeners.delete(listener);
  }
}
