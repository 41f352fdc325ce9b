import type { Document } from '@hocuspocus/server';

/** How long a room that everybody left stays loaded, ms. */
const IDLE_MS = 10_000;
/** What rooms that rest may come to in all, by what was written into them. */
const MOST = { bytes: 32 << 20, rooms: 200 };
/** When a room is tried again that could not be unloaded, ms: something of it was still being written. */
const AGAIN = 1000;

interface IdleRoom {
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

/** What is needed of the sync server. */
export interface IdleRoomsOptions {
  readonly unload: (document: Document) => Promise<unknown>;
  readonly isLoaded: (document: Document) => boolean;
  readonly ms?: number | undefined;
  readonly most?: typeof MOST;
}

/**
 * Rooms that stay loaded for a moment when the last has left: a line that breaks again and again loads nothing anew. A
 * room that nobody ever wrote costs nothing to load, and a member's own is of nobody else, and may be erased: they do not rest.
 */
export class IdleRooms {
  private readonly parts: Required<IdleRoomsOptions>;
  private readonly sizes = new WeakMap<Document, number>();
  /** In the order in which they were left. */
  private readonly idle = new Map<Document, IdleRoom>();
  /** Those that are to be unloaded and are not yet. */
  private readonly leaving = new Set<Document>();
  private bytes = 0;
  private isClosed = false;

  constructor({ unload, isLoaded, ms = IDLE_MS, most = MOST }: IdleRoomsOptions) {
    this.parts = { unload, isLoaded, ms, most };
  }

  /** Counts what is written into a room that was just loaded; `bytes`: what it was loaded from. */
  watch(document: Document, bytes: number): void {
    this.sizes.set(document, bytes);
    document.on('update', (update: Uint8Array) =>
      this.sizes.set(document, (this.sizes.get(document) ?? 0) + update.byteLength),
    );
  }

  /** Whether a room that everybody has left stays loaded now. It is unloaded later. */
  staysLoaded(document: Document): boolean {
    if (this.isClosed || this.leaving.has(document)) return false;
    if (document.store.clients.size === 0 || document.name.startsWith('member/')) return false;
    this.end(document);
    this.begin(document);
    return this.idle.has(document);
  }

  /** Somebody is in a room again. */
  entered(document: Document): void {
    this.end(document);
    this.leaving.delete(document);
  }

  /** No room rests any more; those that do are unloaded by who closes. */
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

  /** It is unloaded in a later turn: in this one the sync server may still be at the end of its last try. */
  private leave(document: Document): void {
    this.end(document);
    this.leaving.add(document);
    this.unloadIn(0, document);
  }

  private unloadIn(ms: number, document: Document): void {
    setTimeout(() => void this.unload(document), ms).unref();
  }

  /** Unloads a room unless somebody is there again; tries again while it is there and nobody is in it. */
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
