import type { Document } from '@hocuspocus/server';

/** How long a room that everybody left stays loaded, ms. */
const REST = 10_000;
/** What rooms that rest may come to in all, by what was written into them. */
const MOST = { bytes: 32 << 20, rooms: 200 };

interface Resting {
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

/** What is needed of the sync server. */
export interface RestingParts {
  readonly unload: (document: Document) => void;
  readonly ms?: number | undefined;
  readonly most?: typeof MOST;
}

/**
 * Rooms that stay loaded for a moment when the last has left: a line that breaks again and again loads nothing anew. A
 * room that nobody ever wrote costs nothing to load, and a member's own is of nobody else, and may be erased: they do not rest.
 */
export class RestingRooms {
  private readonly parts: Required<RestingParts>;
  private readonly sizes = new WeakMap<Document, number>();
  /** In the order in which they were left. */
  private readonly resting = new Map<Document, Resting>();
  private readonly leaving = new WeakSet<Document>();
  private bytes = 0;

  constructor({ unload, ms = REST, most = MOST }: RestingParts) {
    this.parts = { unload, ms, most };
  }

  /** Counts what is written into a room from now on, its loading included. */
  watch(document: Document): void {
    this.sizes.set(document, 0);
    document.on('update', (update: Uint8Array) =>
      this.sizes.set(document, (this.sizes.get(document) ?? 0) + update.byteLength),
    );
  }

  /** Whether a room that everybody has left stays loaded now. It is unloaded later. */
  rests(document: Document): boolean {
    if (this.leaving.delete(document)) return false;
    if (document.store.clients.size === 0 || document.name.startsWith('member/')) return false;
    this.end(document);
    this.begin(document);
    return this.resting.has(document);
  }

  private begin(document: Document): void {
    const bytes = this.sizes.get(document) ?? 0;
    const timer = setTimeout(() => this.leave(document), this.parts.ms);
    timer.unref();
    this.resting.set(document, { bytes, timer });
    this.bytes += bytes;
    const { most } = this.parts;
    while (this.bytes > most.bytes || this.resting.size > most.rooms) {
      const oldest = this.resting.keys().next();
      if (oldest.done) return;
      if (oldest.value === document) this.end(document);
      else this.leave(oldest.value);
    }
  }

  /** It is unloaded, unless somebody is there again. */
  private leave(document: Document): void {
    this.end(document);
    if (document.getConnectionsCount() > 0) return;
    this.leaving.add(document);
    this.parts.unload(document);
  }

  private end(document: Document): void {
    const known = this.resting.get(document);
    if (!known) return;
    clearTimeout(known.timer);
    this.resting.delete(document);
    this.bytes -= known.bytes;
  }
}
