import type { TimeBudget } from './time-budget.ts';

/** Rooms whose last load time is remembered. */
const MOST_REMEMBERED = 10_000;

/**
 * Charges the loading of rooms to a device's time budget. The charge is taken before the load, by how long the room took
 * last time; otherwise all of many simultaneous requests would pass before any of them was charged.
 */
export class LoadBudget {
  private readonly work: TimeBudget;
  private readonly isHere: (room: string) => boolean;
  /** How long each room took last, ms, in the order of loading. */
  private readonly costs = new Map<string, number>();

  /** `isHere`: whether a room is loaded, or about to be. */
  constructor(work: TimeBudget, isHere: (room: string) => boolean) {
    this.work = work;
    this.isHere = isHere;
  }

  /** Charges a room in advance and answers how much, ms; null if it would have to be loaded and the budget is spent. */
  reserve(device: number, room: string): number | null {
    if (this.isHere(room)) return 0;
    if (this.work.isSpent(device)) return null;
    const cost = this.costs.get(room) ?? 0;
    this.work.spend(device, cost);
    return cost;
  }

  /** A room was loaded: charges what it took beyond the advance. */
  loaded(device: number, room: string, { reserved, ms }: { reserved: number; ms: number }): void {
    this.work.spend(device, ms - reserved);
    this.costs.delete(room);
    this.costs.set(room, ms);
    const oldest = this.costs.keys().next();
    if (this.costs.size > MOST_REMEMBERED && !oldest.done) this.costs.delete(oldest.value);
  }
}
