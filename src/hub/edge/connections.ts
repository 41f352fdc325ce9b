import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { type Bounds, FairPool } from './fair-pool.ts';

/** How the process's file descriptors are divided among connections. */
export interface ConnectionBounds {
  /** For strangers, by network. */
  readonly strangers: Bounds;
  /** For signed-in devices, by device. */
  readonly devices: Bounds;
}

/** Descriptors reserved for the store, media and the log. */
const FILES = 256;
const MOST = 24_000;
/** A whole office behind one address reconnects at once after a restart of the hub. */
const MOST_PER_NETWORK = 2000;
const MOST_PER_DEVICE = 64;
/** The assumed limit of descriptors where the system does not report one. */
const USUAL = 4096;

/** One half is for strangers, the other is reserved for signed-in devices. */
export function boundsOf(descriptors: number): ConnectionBounds {
  const most = Math.min(MOST, Math.max(FILES, descriptors - FILES));
  const strangers = Math.floor(most / 2);
  return {
    strangers: { most: strangers, mostPerOwner: Math.min(MOST_PER_NETWORK, Math.ceil(strangers / 4)) },
    devices: { most: most - strangers, mostPerOwner: MOST_PER_DEVICE },
  };
}

/** How many descriptors this process may have; Node raises its soft limit to the hard one by itself. */
export function descriptorLimit(file = '/proc/self/limits'): number {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1];
    return limit ? Number(limit) : USUAL;
  } catch {
    return USUAL;
  }
}

/** Owner of the idle connections of a trusted proxy, which compete for room only with each other. */
const PROXY = 'proxy';

interface Entry {
  readonly pool: FairPool<Duplex>;
  readonly owner: string;
}

/**
 * The open connections. Nobody is refused because of others: when there are too many, the owner of most loses their oldest.
 * Signed-in devices are in a pool of their own, so strangers never displace them.
 */
export class Connections {
  private readonly strangers: FairPool<Duplex>;
  private readonly devices: FairPool<Duplex>;
  private readonly entries = new Map<Duplex, Entry>();

  constructor(bounds: ConnectionBounds) {
    this.strangers = new FairPool(bounds.strangers);
    this.devices = new FairPool(bounds.devices);
  }

  get size(): number {
    return this.entries.size;
  }

  /** Adds a stranger's connection; one that is known already stays where it is, unless it was an idle one of a proxy. */
  add(socket: Duplex, network: string): void {
    const there = this.entries.get(socket);
    if (socket.destroyed || (there && there.owner !== PROXY)) return;
    this.move(socket, { pool: this.strangers, owner: network });
    if (!there) socket.once('close', () => this.remove(socket));
  }

  /** Adds a connection of a trusted proxy, which carries requests of many people one after another. */
  addProxied(socket: Duplex): void {
    this.add(socket, PROXY);
  }

  /** Assigns a proxy's connection to the device or network whose request it carries, until that is answered. */
  serve(socket: Duplex, network: string, device: number | null): void {
    if (!this.entries.has(socket)) return;
    if (device === null) this.move(socket, { pool: this.strangers, owner: network });
    else this.move(socket, { pool: this.devices, owner: String(device) });
  }

  /** A proxy's connection has answered its request and is idle again. */
  rest(socket: Duplex): void {
    if (this.entries.has(socket)) this.move(socket, { pool: this.strangers, owner: PROXY });
  }

  /** A device signed in over this connection. */
  authenticate(socket: Duplex, device: number): void {
    const before = this.entries.get(socket);
    const owner = String(device);
    if (!before || (before.pool === this.devices && before.owner === owner)) return;
    this.move(socket, { pool: this.devices, owner });
  }

  isAuthenticated(socket: Duplex): boolean {
    return this.entries.get(socket)?.pool === this.devices;
  }

  /** The owner of a connection: a device's number or a stranger's network; empty if it is closed. */
  ownerOf(socket: Duplex): string {
    return this.entries.get(socket)?.owner ?? '';
  }

  /** A request came over this connection, which makes it its owner's last to be closed. */
  touch(socket: Duplex): void {
    const entry = this.entries.get(socket);
    entry?.pool.touch(entry.owner, socket);
  }

  private move(socket: Duplex, entry: Entry): void {
    const before = this.entries.get(socket);
    before?.pool.delete(before.owner, socket);
    this.entries.set(socket, entry);
    const evicted = entry.pool.add(entry.owner, socket);
    if (!evicted) return;
    this.entries.delete(evicted);
    evicted.destroy();
  }

  private remove(socket: Duplex): void {
    const entry = this.entries.get(socket);
    entry?.pool.delete(entry.owner, socket);
    this.entries.delete(socket);
  }
}
