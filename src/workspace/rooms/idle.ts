/** How long a room may be of no use to anybody before it is closed, and how often that is looked at, ms. */
const IDLE = 180_000;
const LOOK = 60_000;

/** Which rooms were of use lately: each that is open costs a connection to its database, and memory, in every context. */
export class Idle {
  private readonly used = new Map<string, number>();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(look: () => void) {
    this.timer = setInterval(look, LOOK);
  }

  touch(room: string): void {
    this.used.set(room, Date.now());
  }

  /** Whether nobody used a room for a while. */
  has(room: string, now: number): boolean {
    return now - (this.used.get(room) ?? 0) > IDLE;
  }

  forget(room: string): void {
    this.used.delete(room);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
