import * as Y from 'yjs';
import { type Fill, fillOf, isFull, isOver } from '../../workspace/rooms/fill.ts';
import { type Admission, type ItemChange, type Terms, touchedBy, type Written } from './admit.ts';
import type { ItemKey } from './known-clocks.ts';
import { must, RefusedError } from './refusal.ts';

/** How many bytes a room has to grow before its size is computed again. */
const RECOUNT = 256 << 10;

/** The current item under a key. */
interface Standing {
  readonly id: string;
  readonly value: unknown;
}

/**
 * A room as it will be once all admitted updates are committed. The next update is judged against this, and its changes are
 * derived by comparing the touched keys before and after, not from what the update says about itself.
 */
export class PendingRoom {
  /** Yjs failed halfway: this copy is discarded and made anew from the room. */
  isBroken = false;
  private readonly doc = new Y.Doc();
  private bytes: number;
  private counted: number;
  /** The room has pending structs from an older hub, which stay pending forever; new updates work beside them. */
  private readonly waits: boolean;
  /** What the document said last was new in it. */
  private newest: Uint8Array | null = null;

  /** `queued`: admitted updates that are not in the room yet. */
  constructor(room: Y.Doc, queued: readonly Uint8Array[] = []) {
    const state = Y.encodeStateAsUpdate(room);
    this.counted = state.byteLength;
    this.bytes = queued.reduce((sum, { byteLength }) => sum + byteLength, state.byteLength);
    for (const update of [state, ...queued]) Y.applyUpdate(this.doc, update);
    this.waits = waitsIn(this.doc);
    this.doc.on('update', (update: Uint8Array) => {
      this.newest = update;
    });
  }

  /**
   * Judges an update before it is logged: once in the log it is applied unchecked, here, at every load and on every
   * colleague's device. An admitted update becomes part of this state. The work is linear in the update's length.
   */
  admit(update: Uint8Array, device: number, terms: Terms): Admission {
    try {
      const keys = touchedBy(update, this.doc, device, terms);
      if (keys.length === 0) return { ok: true, written: null };
      this.mustFit(keys, update.byteLength);
      return { ok: true, written: this.write(keys, () => Y.applyUpdate(this.doc, update)) };
    } catch (error) {
      // If a crafted update makes anything throw, the update is refused and the hub goes on.
      return { ok: false, reason: error instanceof RefusedError ? error.reason : 'malformed' };
    }
  }

  /** Applies the hub's own changes; null if nothing changes. `clientFor`: the client id under which a key is written. */
  change(changes: readonly ItemChange[], clientFor: (root: string, key: string) => number): Written | null {
    return this.write(changes, () =>
      this.doc.transact(() => {
        for (const { root, key, value } of changes) {
          this.doc.clientID = clientFor(root, key);
          if (value === undefined) this.doc.getMap(root).delete(key);
          else this.doc.getMap(root).set(key, value);
        }
      }),
    );
  }

  values(root: string): Record<string, unknown> {
    return this.doc.getMap(root).toJSON();
  }

  /** The client id that wrote the current item of a key; 0 if there never was one. */
  clientOf(root: string, key: string): number {
    return this.doc.share.get(root)?._map.get(key)?.id.client ?? 0;
  }

  get clients(): IterableIterator<number> {
    return this.doc.store.clients.keys();
  }

  get fill(): Fill {
    return fillOf(this.doc, this.bytes);
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** Refuses an update that would make the room too large to open. */
  private mustFit(keys: readonly ItemKey[], more: number): void {
    const fresh = keys.filter(({ root, key }) => !this.doc.share.get(root)?._map.has(key)).length;
    const grown = () => {
      const { items, bytes, ...rest } = this.fill;
      return { ...rest, items: items + fresh, bytes: bytes + more };
    };
    const is = fresh > 0 ? isFull : isOver;
    if (is(grown()) && this.bytes - this.counted >= RECOUNT) this.recount();
    must(!is(grown()), 'full');
  }

  private recount(): void {
    this.bytes = Y.encodeStateAsUpdate(this.doc).byteLength;
    this.counted = this.bytes;
  }

  private write(keys: readonly ItemKey[], run: () => void): Written | null {
    const before = keys.map((item) => this.standing(item));
    const bytes = this.updateOf(run);
    if (!bytes) return null;
    this.bytes += bytes.byteLength;
    const changes = keys.flatMap((item, at) => {
      const now = this.standing(item);
      if (now?.id === before[at]?.id) return [];
      const { root, key } = item;
      return [now ? { root, key, value: now.value } : { root, key }];
    });
    return { changes, bytes };
  }

  /** Runs a change and answers with what is new by it: only that is logged and sent on, not the update as received. */
  private updateOf(run: () => void): Uint8Array | null {
    this.newest = null;
    try {
      run();
      this.isBroken = !this.waits && waitsIn(this.doc);
    } catch (error) {
      this.isBroken = true;
      throw error;
    }
    must(!this.isBroken, 'pending');
    return this.newest;
  }

  private standing({ root, key }: ItemKey): Standing | null {
    const item = this.doc.share.get(root)?._map.get(key);
    if (!item || item.deleted) return null;
    const { client, clock } = item.lastId;
    const { content } = item;
    return {
      id: `${client} ${clock}`,
      value: content instanceof Y.ContentAny ? content.arr.at(-1) : undefined,
    };
  }
}

const waitsIn = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;
