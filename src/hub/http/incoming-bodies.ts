import type { Role, Who } from '../../workspace/room.ts';

interface Incoming {
  readonly device: number;
  readonly roles: readonly Role[];
  readonly end: () => void;
}

/** Bodies that are on their way, by the device that sends them. */
export class IncomingBodies {
  private readonly incoming = new Set<Incoming>();

  /** Waits for a body, or until its sender may no longer send it; a reason then. */
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

  /** A device's rights changed: what it may no longer send is not waited for. */
  follow(device: number, who: Who | null): void {
    for (const one of this.incoming)
      if (one.device === device && !(who && one.roles.includes(who.role))) one.end();
  }
}
