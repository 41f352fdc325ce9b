import * as Y from 'yjs';
import type { Workspace } from '../open.ts';
import { type Fill, fillOf } from './fill.ts';
import type { Items } from './room-items.ts';
import { replicas } from './tables.ts';
import { writersOf } from './writers.ts';

/** Where an update came from. What this device's own disk or another context of it gave is not written again. */
export const FROM_DISK = 'disk';
export const FROM_CONTEXT = 'context';
export const OWN = 'own';

/** Rows of one room from which on they are merged into one at the next opening. */
const MANY = 200;
/** How many bytes a room has to grow before its size is computed again. */
const RECOUNT = 256 << 10;

export interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** What was written: its update, its last clock, and the entries that were new. */
export interface Edit {
  readonly update: Uint8Array;
  readonly clock: number;
  readonly fresh: readonly Entry[];
}

/** What an item's own clock says, 0 where it has none. */
export function atOf(value: unknown): number {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0;
  return typeof at === 'number' ? at : 0;
}

/** Whether two plain JSON values are the same, keys in the order in which they were written. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A room as this context holds it. */
export class Replica {
  readonly name: string;
  readonly doc = new Y.Doc();
  /** Answers when what is on the disk is in it. */
  readonly ready: Promise<void>;
  private readonly workspace: Workspace;
  private readonly shown = new Map<string, Items>();
  /** Bytes of its state, about, and as they were counted last. */
  private bytes = 0;
  private counted = -RECOUNT;

  constructor(workspace: Workspace, name: string) {
    this.workspace = workspace;
    this.name = name;
    this.doc.on('update', (update: Uint8Array) => {
      this.bytes += update.byteLength;
    });
    this.doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      if (changed.size > 0) this.shown.clear();
    });
    this.ready = this.load();
  }

  /** What it holds. Its bytes are counted only where they might be many. */
  get fill(): Fill {
    const might = this.bytes - this.counted > RECOUNT && this.bytes > RECOUNT;
    if (might) this.counted = this.bytes = Y.encodeStateAsUpdate(this.doc).byteLength;
    return fillOf(this.doc, this.bytes);
  }

  /** Whether something ever stood there. */
  has(root: string, key: string): boolean {
    return this.doc.getMap(root)._map.has(key);
  }

  private async load(): Promise<void> {
    const rows = await this.workspace.rows(replicas).where('room').equals(this.name).toArray();
    this.doc.transact(() => {
      for (const { update } of rows) Y.applyUpdate(this.doc, update, FROM_DISK);
    }, FROM_DISK);
    if (rows.length > MANY) await this.merge();
  }

  /** Merges the rows of the disk into one, other contexts' among them, in one transaction. */
  private merge(): Promise<void> {
    return this.workspace.together([replicas], async () => {
      const rows = await this.workspace.rows(replicas).where('room').equals(this.name).toArray();
      const update = Y.mergeUpdates(rows.map((row) => row.update));
      await this.workspace.rows(replicas).bulkDelete(rows.flatMap(({ n }) => (n === undefined ? [] : [n])));
      await this.workspace.put(replicas, { room: this.name, update });
    });
  }

  /** Writes values in memory; the update that carries what is new of them, or null where all stand there already. */
  set(root: string, entries: readonly Entry[], client: number): Edit | null {
    const map = this.doc.getMap<unknown>(root);
    const fresh = entries.filter(({ key, value }) => !map.has(key) || !isSame(map.get(key), value));
    if (fresh.length === 0) return null;
    this.doc.clientID = client;
    let update: Uint8Array | null = null;
    const hear = (bytes: Uint8Array) => {
      update = bytes;
    };
    this.doc.on('update', hear);
    this.doc.transact(() => {
      for (const { key, value } of fresh) map.set(key, value);
    }, OWN);
    this.doc.off('update', hear);
    return update && { update, clock: Y.getState(this.doc.store, client) - 1, fresh };
  }

  /** Takes what another context of this device has written to the disk. */
  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, FROM_CONTEXT);
  }

  items(root: string): Items {
    const known = this.shown.get(root);
    if (known) return known;
    const map = this.doc.getMap<unknown>(root);
    const items = Object.assign(new Map(map.entries()), { writersOf: (key: string) => writersOf(map, key) });
    this.shown.set(root, items);
    return items;
  }

  /** How many edits of each client are in it now. */
  reached(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.doc));
  }
}
