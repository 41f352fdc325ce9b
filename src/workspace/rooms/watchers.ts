import type { Items } from './room-items.ts';

export interface Watcher {
  readonly room: string;
  /** Which items are shown; none where the room only has to be open. */
  readonly root: string | null;
  readonly show: (items: Items) => void;
}

/** Who in this context follows which room. */
export class Watchers {
  private readonly all = new Set<Watcher>();

  /** Adds one until the signal is aborted. */
  add(watcher: Watcher, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.all.add(watcher);
    signal.addEventListener('abort', () => this.all.delete(watcher), { once: true });
  }

  /** Whether somebody follows a room. */
  has(room: string): boolean {
    return [...this.all].some((watcher) => watcher.room === room);
  }

  /** Shows one what is there by now, unless it follows no longer. */
  show(watcher: Watcher, items: (root: string) => Items): void {
    if (this.all.has(watcher) && watcher.root !== null) watcher.show(items(watcher.root));
  }

  showAll(room: string, items: (root: string) => Items): void {
    for (const watcher of this.all) if (watcher.room === room) this.show(watcher, items);
  }

  clear(): void {
    this.all.clear();
  }
}
