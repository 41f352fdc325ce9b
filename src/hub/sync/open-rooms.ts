/** Rooms that a device may have open over all its sockets: enough for years of a library in parts and of its own months. */
const MOST = 500;
/**
 * Open rooms that were never written, of all devices. Beyond that, a device with `SOME` open rooms may open no more of them.
 */
const MOST_EMPTY = 5000;
const SOME = 100;

/** Identifies one open room of a device. */
export type Seat = object;

/** Counts each device's open rooms. Even an unwritten room takes memory, and there is no end of valid names. */
export class OpenRooms {
  private readonly seats = new Map<number, Set<Seat>>();
  private readonly empty = new Set<string>();

  /** Counts a room for a device; null if it has too many. `isHere`: the room is loaded already. */
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

  /** A room that was never written was loaded. */
  loadedEmpty(room: string): void {
    this.empty.add(room);
  }

  /** A room was written or unloaded. */
  filled(room: string): void {
    this.empty.delete(room);
  }
}
