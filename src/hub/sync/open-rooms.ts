/** Rooms that a device may have open, over all its sockets: years of a library in parts, and of its own months. */
const MOST = 500;
/** Rooms that nobody ever wrote, open in all; beyond them nobody opens more who has more than some rooms already. */
const MOST_EMPTY = 5000;
const SOME = 100;

/** What an open room is counted by. */
export type Seat = object;

/** How many rooms each device has open. A room costs memory though nobody ever wrote in it, and there are names without end. */
export class OpenRooms {
  private readonly seats = new Map<number, Set<Seat>>();
  private readonly empty = new Set<string>();

  /** Counts a room for a device; null where it has too many. `isHere`: whether the room is loaded anyway. */
  enter(device: number, isHere: boolean): Seat | null {
    const open = this.seats.get(device) ?? new Set();
    const isScarce = !isHere && this.empty.size >= MOST_EMPTY;
    if (open.size >= (isScarce ? SOME : MOST)) return null;
    const seat = {};
    this.seats.set(device, open.add(seat));
    return seat;
  }

  leave(device: number, seat: Seat): void {
    const open = this.seats.get(device);
    open?.delete(seat);
    if (open?.size === 0) this.seats.delete(device);
  }

  /** A room was loaded in which nobody ever wrote. */
  loadedEmpty(room: string): void {
    this.empty.add(room);
  }

  /** A room was written, or is gone. */
  filled(room: string): void {
    this.empty.delete(room);
  }
}
