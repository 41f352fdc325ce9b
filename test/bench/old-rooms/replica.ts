import * as Y from 'yjs';
import type { Workspace } from '../../../src/workspace/open.ts';
import { type Entry, isSame } from '../../../src/workspace/rooms/edit.ts';
import { replicas } from '../../../src/workspace/rooms/tables.ts';

const FROM_DISK = 'disk';
const OWN = 'own';

/** Rows of one room from which on they are merged into one at the next opening. */
const MANY = 200;
/** What was written: its update, its last clock, and the entries that were new. */
export interface Edit {
  readonly update: Uint8Array;
  readonly clock: number;
  readonly fresh: readonly Entry[];
}

/** A room as it was before: its updates are rows of one table of the diary, merged when they are many. The yardstick. */
export class OldReplica {
  readonly name: string;
  readonly doc = new Y.Doc();
  /** Answers when what is on the disk is in it. */
  readonly ready: Promise<void>;
  private readonly workspace: Workspace;
  private bytes = 0;

  constructor(workspace: Workspace, name: string) {
    this.workspace = workspace;
    this.name = name;
    this.doc.on('update', (update: Uint8Array) => {
      this.bytes += update.byteLength;
    });
    this.ready = this.load();
  }

  /** Bytes of its updates. */
  get size(): number {
    return this.bytes;
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
}
