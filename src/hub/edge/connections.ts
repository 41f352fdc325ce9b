import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { type Bounds, FairPool } from './fair-pool.ts';

/** What connections may take of the process's descriptors. */
export interface ConnectionBounds {
  /** Those of strangers, by the network that they come from. */
  readonly strangers: Bounds;
  /** Those of devices that have proved who they are, by device. */
  readonly devices: Bounds;
}

/** Descriptors for the store, for media and for the log. */
const FILES = 256;
const MOST = 24_000;
/** An office behind one address comes back at once when the hub was started anew. */
const MOST_PER_NETWORK = 2000;
const MOST_PER_DEVICE = 64;
/** Where the system does not say how many descriptors a process may have. */
const USUAL = 4096;

/** Half is for strangers; the other half is reserved for those who prove who they are. */
export function boundsOf(descriptors: number): ConnectionBounds {
  const most = Math.min(MOST, Math.max(FILES, descriptors - FILES));
  const strangers = Math.floor(most / 2);
  return {
    strangers: { most: strangers, mostPerOwner: Math.min(MOST_PER_NETWORK, Math.ceil(strangers / 4)) },
    devices: { most: most - strangers, mostPerOwner: MOST_PER_DEVICE },
  };
}

/** How many descriptors this process may have; Node takes all that it may. */
export function descriptorLimit(file = '/proc/self/limits'): number {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1];
    return limit ? Number(limit) : USUAL;
  } catch {
    return USUAL;
  }
}

/** Owner of what rests between two requests on a proxy of one's own: nobody's, and the first to give way among themselves. */
const PROXY = 'proxy';

interface Entry {
  readonly pool: FairPool<Duplex>;
  readonly owner: string;
}

/**
 * The open connections. None is refused for those of others: where there are too many, the oldest of whoever has most is
 * closed. A device that has proved itself is in a pool of its own and gives way to no stranger.
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

  /** Adds a stranger's connection; one that is in already stays where it is, unless it rested on a proxy. */
  add(socket: Duplex, network: string): void {
    const there = this.entries.get(socket);
    if (socket.destroyed || (there && there.owner !== PROXY)) return;
    this.move(socket, { pool: this.strangers, owner: network });
    if (!there) socket.once('close', () => this.remove(socket));
  }

  /** Adds a connection of a proxy of one's own, over which everybody's requests follow each other. */
  addProxied(socket: Duplex): void {
    this.add(socket, PROXY);
  }

  /** One that came over a proxy is whose request is under way on it, a device's or a network's, until that is answered. */
  serve(socket: Duplex, network: string, device: number | null): void {
    if (!this.entries.has(socket)) return;
    if (device === null) this.move(socket, { pool: this.strangers, owner: network });
    else this.move(socket, { pool: this.devices, owner: String(device) });
  }

  /** The request that was under way on a proxy's connection is over. */
  rest(socket: Duplex): void {
    if (this.entries.has(socket)) this.move(socket, { pool: this.strangers, owner: PROXY });
  }

  /** A device proved itself over this connection. */
  authenticate(socket: Duplex, device: number): void {
    const before = this.entries.get(socket);
    const owner = String(device);
    if (!before || (before.pool === this.devices && before.owner === owner)) return;
    this.move(socket, { pool: this.devices, owner });
  }

  isAuthenticated(socket: Duplex): boolean {
    return this.entries.get(socket)?.pool === this.devices;
  }

  /** Whose a connection is: a device's number, or a stranger's network; empty where it is over. */
  ownerOf(socket: Duplex): string {
    return this.entries.get(socket)?.owner ?? '';
  }

  /** A request came over this connection: it is the last of its owner's to give way. */
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
