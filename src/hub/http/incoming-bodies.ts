import type { Role, Who } from '../../workspace/room.ts';

interface Incoming {
  readonly device: number;
  readonly roles: readonly Role[];
  readonly end: () => void;
}

/** Request bodies that are being read, by the device that sends them. */
export class IncomingBodies {
  private readonly incoming = new Set<Incoming>();

  /** Waits for a body, or answers `session` as soon as its sender loses the right to send it. */
  async body<Value>(
    device: number,
    roles: readonly Role[],
    read: () => Promise<Value>,
  ): Promise<Value | 'session'> {
    const { promise: ended, resolve } = Promise.withResolvers<'session'>();
    const one: Incoming = { device, roles, end: () => resolve('session') };
    this.incoming.add(one);
    try {
      return await Promise.race([read(), ended]);
    } finally {
      this.incoming.delete(one);
    }
  }

  /** A device's rights changed: stops waiting for bodies that it may no longer send. */
  follow(device: number, who: Who | null): void {
    for (const one of this.incoming)
      if (one.device === device && !(who && one.roles.includes(who.role))) one.end();
  }
}
