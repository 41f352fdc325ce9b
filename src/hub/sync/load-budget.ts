import type { TimeBudget } from './time-budget.ts';

/** Rooms of which it is remembered what it takes to load them. */
const MOST_REMEMBERED = 10_000;

/**
 * What the loading of rooms takes of a device's share of the hub's time. It is taken before a room is loaded, as what it took
 * the last time: of those that are asked for at once none would be refused else.
 */
export class LoadBudget {
  private readonly work: TimeBudget;
  private readonly isHere: (room: string) => boolean;
  /** What each took last, ms, in that order. */
  private readonly costs = new Map<string, number>();

  /** `isHere`: whether a room is loaded, or about to be. */
  constructor(work: TimeBudget, isHere: (room: string) => boolean) {
    this.work = work;
    this.isHere = isHere;
  }

  /** What is taken for a room now, ms; null where it would have to be loaded, and the device has taken its share. */
  reserve(device: number, room: string): number | null {
    if (this.isHere(room)) return 0;
    if (this.work.isSpent(device)) return null;
    const cost = this.costs.get(room) ?? 0;
    this.work.spend(device, cost);
    return cost;
  }

  /** A room was loaded for a device, of which so much was taken already. */
  loaded(device: number, room: string, { reserved, ms }: { reserved: number; ms: number }): void {
    this.work.spend(device, ms - reserved);
    this.costs.delete(room);
    this.costs.set(room, ms);
    const oldest = this.costs.keys().next();
    if (this.costs.size > MOST_REMEMBERED && !oldest.done) this.costs.delete(oldest.value);
  }
}
