import type { Document } from '@hocuspocus/server';

/** How long an abandoned room stays loaded, ms. */
const IDLE_MS = 10_000;
/** How much all idle rooms may take. */
const MOST = { bytes: 32 << 20, rooms: 200 };
/** Delay before another try to unload a room that was still being written, ms. */
const AGAIN = 1000;

interface IdleRoom {
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

/** What it needs of the sync server, and its limits. */
export interface IdleRoomsOptions {
  readonly unload: (document: Document) => Promise<unknown>;
  readonly isLoaded: (document: Document) => boolean;
  /** Whether a room has an owner, who alone opens it. */
  readonly isOwned: (room: string) => boolean;
  readonly ms?: number | undefined;
  readonly most?: typeof MOST;
}

/**
 * Keeps a room loaded for a moment after its last client left, so that an unstable connection does not reload it each time.
 * Unloaded at once are rooms that were never written, which cost nothing to load, and rooms that have an owner, which nobody
 * else opens and which may be erased.
 */
export class IdleRooms {
  private readonly parts: Required<IdleRoomsOptions>;
  private readonly sizes = new WeakMap<Document, number>();
  /** Ordered by when they became idle. */
  private readonly idle = new Map<Document, IdleRoom>();
  /** Rooms that are about to be unloaded. */
  private readonly leaving = new Set<Document>();
  private bytes = 0;
  private isClosed = false;

  constructor({ unload, isLoaded, isOwned, ms = IDLE_MS, most = MOST }: IdleRoomsOptions) {
    this.parts = { unload, isLoaded, isOwned, ms, most };
  }

  /** Tracks the size of a room that was just loaded; `bytes`: the size it was loaded with. */
  watch(document: Document, bytes: number): void {
    this.sizes.set(document, bytes);
    document.on('update', (update: Uint8Array) =>
      this.sizes.set(document, (this.sizes.get(document) ?? 0) + update.byteLength),
    );
  }

  /** Whether an abandoned room stays loaded for now; it is then unloaded later. */
  staysLoaded(document: Document): boolean {
    if (this.isClosed || this.leaving.has(document)) return false;
    if (document.store.clients.size === 0 || this.parts.isOwned(document.name)) return false;
    this.end(document);
    this.begin(document);
    return this.idle.has(document);
  }

  /** A client entered a room again. */
  entered(document: Document): void {
    this.end(document);
    this.leaving.delete(document);
  }

  /** Stops keeping rooms; whoever closes the server unloads those that are left. */
  close(): void {
    this.isClosed = true;
    for (const document of this.idle.keys()) this.end(document);
    this.leaving.clear();
  }

  private begin(document: Document): void {
    const bytes = this.sizes.get(document) ?? 0;
    const timer = setTimeout(() => this.leave(document), this.parts.ms);
    timer.unref();
    this.idle.set(document, { bytes, timer });
    this.bytes += bytes;
    const { most } = this.parts;
    while (this.bytes > most.bytes || this.idle.size > most.rooms) {
      const oldest = this.idle.keys().next();
      if (oldest.done) return;
      if (oldest.value === document) this.end(document);
      else this.leave(oldest.value);
    }
  }

  /** Unloads in a later turn, since in this one the sync server may still be finishing its previous try. */
  private leave(document: Document): void {
    this.end(document);
    this.leaving.add(document);
    this.unloadIn(0, document);
  }

  private unloadIn(ms: number, document: Document): void {
    setTimeout(() => void this.unload(document), ms).unref();
  }

  /** Unloads a room unless a client has entered again; retries as long as it stays loaded and empty of clients. */
  private async unload(document: Document): Promise<void> {
    if (!this.leaving.has(document)) return;
    if (document.getConnectionsCount() === 0) await this.parts.unload(document).catch(() => undefined);
    const isLeft = this.parts.isLoaded(document) && document.getConnectionsCount() === 0;
    if (!isLeft) this.leaving.delete(document);
    else if (this.leaving.has(document)) this.unloadIn(AGAIN, document);
  }

  private end(document: Document): void {
    const known = this.idle.get(document);
    if (!known) return;
    clearTimeout(known.timer);
    this.idle.delete(document);
    this.bytes -= known.bytes;
  }
}
