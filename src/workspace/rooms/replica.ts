import * as Y from 'yjs';
import type { Workspace } from '../open.ts';
import { claimDatabase, setAside } from './databases.ts';
import { drawEdit, type Edit, type Entry } from './edit.ts';
import { type Fill, fillOf } from './fill.ts';
import { devicesOf } from './item-devices.ts';
import { moveOldRows } from './old-table.ts';
import { FROM_CONTEXT, FROM_DIARY, OWN } from './origins.ts';
import type { RoomReads, RoomRows } from './reads.ts';
import type { Items } from './room-items.ts';
import { RoomStore, type StoreFailure } from './stored.ts';
import { type EditRow, edits, roomStores } from './tables.ts';

/** How many bytes a room has to grow before its size is computed again. */
const RECOUNT = 256 << 10;

/** What an item's own clock says, 0 where it has none. */
export function atOf(value: unknown): number {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0;
  return typeof at === 'number' ? at : 0;
}

/** What a replica is made of. */
export interface ReplicaParts {
  readonly workspace: Workspace;
  readonly reads: RoomReads;
  /** Its database did not do something; nothing that was acknowledged is missing, but the person may want to know. */
  readonly failed: (room: string, why: StoreFailure) => void;
  /** It stands in a database that is not the room's any more: it has to be opened again. */
  readonly outdated: (replica: Replica) => void;
  /** Its database was closed under it. */
  readonly lost: (replica: Replica) => void;
}

/** A room as this context has it. */
export class Replica {
  readonly name: string;
  readonly doc = new Y.Doc();
  /** Answers when what is on the disk is in it. */
  readonly ready: Promise<void>;
  private readonly parts: ReplicaParts;
  private readonly shown = new Map<string, Items>();
  /** Its database; none until something stands in the room. */
  private store: RoomStore | null = null;
  private claiming: Promise<string> | null = null;
  /** What other contexts sent while it was being opened: it is applied once it is known what the disk has. */
  private early: [Uint8Array, string][] | null = [];
  /** Bytes of its state, about, and as they were counted last. */
  private bytes = 0;
  private counted = -RECOUNT;

  constructor(name: string, parts: ReplicaParts) {
    this.parts = parts;
    this.name = name;
    this.doc.on('update', (update: Uint8Array) => {
      this.bytes += update.byteLength;
    });
    this.doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      if (changed.size > 0) this.shown.clear();
    });
    // Who closes it while it opens wants nothing of it any more.
    this.ready = this.load().catch((error: unknown) => {
      if (!this.doc.isDestroyed) throw error;
    });
  }

  /** The name of its database; null where it has none yet. */
  get database(): string | null {
    return this.store?.name ?? null;
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

  /** Whether some edit in it stands on another that is not there. */
  get isGappy(): boolean {
    return this.doc.store.pendingStructs !== null;
  }

  private async load(): Promise<void> {
    const rows = await this.parts.reads.read(this.name);
    if (this.doc.isDestroyed) return;
    const read = rows.database !== null && (await this.attach(rows.database));
    if (this.doc.isDestroyed) return;
    await this.take(rows, read);
    const { early } = this;
    this.early = null;
    for (const [update, database] of early ?? []) this.receive(update, database);
  }

  /** Takes from the diary what the database lacks. Rows of edits that the hub and the database have are needed no more. */
  private async take(rows: RoomRows, read: boolean): Promise<void> {
    const isThere = ({ client, clock }: EditRow) => Y.getState(this.doc.store, client) > clock;
    const done = read ? rows.edits.filter((row) => row.acked === 1 && isThere(row)) : [];
    const lacking = rows.edits.filter((row) => !isThere(row));
    if (this.database === null && lacking.length + rows.old.length > 0) await this.claim();
    this.doc.transact(() => {
      for (const { update } of lacking) Y.applyUpdate(this.doc, update, FROM_DIARY);
    }, FROM_DIARY);
    if (rows.old.length > 0) await this.moveIn(rows.old);
    this.forget(done).catch(() => undefined);
  }

  /** What could not be moved stays where it is, and is tried again at the next opening. */
  private moveIn(old: RoomRows['old']): Promise<void> {
    return moveOldRows(this.parts.workspace, this, old).catch(() => this.parts.failed(this.name, 'write'));
  }

  private async forget(done: readonly EditRow[]): Promise<void> {
    const { workspace } = this.parts;
    if (done.length > 0)
      await workspace.rows(edits).bulkDelete(done.flatMap(({ n }) => (n === undefined ? [] : [n])));
    await this.noteBytes();
  }

  /** What the privacy page shows; of a room that grew by little it stays as it is. */
  private async noteBytes(): Promise<void> {
    const { database, bytes } = this;
    const rows = this.parts.workspace.rows(roomStores);
    const row = await rows.get(this.name);
    if (!row || row.database !== database || Math.abs(row.bytes - bytes) * 8 < row.bytes + 1) return;
    await rows.update(this.name, (now: typeof row) => {
      if (now.database === database) now.bytes = bytes;
    });
  }

  /** Opens its database and reads it; one that cannot be read is set aside once. True where it was read. */
  private async attach(database: string): Promise<boolean> {
    const { workspace } = this.parts;
    const opening = await this.open(database).read();
    if (opening !== 'unreadable') return opening === 'read';
    if (this.doc.isDestroyed) return false;
    const next = await setAside(workspace, this.name, database);
    void this.store?.destroy();
    if (this.doc.isDestroyed) return false;
    await this.open(next).read();
    return false;
  }

  private open(database: string): RoomStore {
    const store = new RoomStore(database, this.doc, {
      isDurable: (origin) => origin === OWN,
      failed: (why) => this.parts.failed(this.name, why),
      lost: () => this.parts.lost(this),
    });
    this.store = store;
    return store;
  }

  /** Takes the database that the room has by now. What is in the document goes into it, and what is in it into the document. */
  adopt(database: string): void {
    if (this.store || this.doc.isDestroyed) return;
    // What stands in its way is reported by the store; its edits are in the diary, all else at the hub.
    this.attach(database).catch(() => undefined);
  }

  /** Has its database made where there is none, for what came from the hub. */
  async claim(): Promise<string> {
    // A claim that failed, as on a full disk, is repeated with what comes next.
    this.claiming ??= claimDatabase(this.parts.workspace, this.name).catch((error: unknown) => {
      this.claiming = null;
      throw error;
    });
    const database = await this.claiming;
    this.adopt(database);
    return database;
  }

  /** Answers when all that is in the document is in the database; throws where it cannot be. */
  async stored(): Promise<void> {
    const { store } = this;
    await store?.read();
    // One that did not answer in time may have been read since.
    if (!store?.synced) throw new Error('the room has no database that is read');
    await store.written();
  }

  /** Draws what is new of some entries as one edit, without touching the document. */
  draw(root: string, entries: readonly Entry[], client: number, from?: number): Edit | null {
    return drawEdit(this.doc, root, entries, client, from);
  }

  /** Shows an edit that is durable, and has it sent. */
  apply({ update }: Edit, database: string): void {
    this.adopt(database);
    Y.applyUpdate(this.doc, update, OWN);
  }

  /** Takes what another context of this device has stored in the room's database of that name; '' where it could not. */
  receive(update: Uint8Array, database: string): void {
    if (this.early) this.early.push([update, database]);
    else if (database === '' || database === this.database) this.applyShared(update);
    else this.follow(update, database).catch(() => undefined);
  }

  private applyShared(update: Uint8Array): void {
    // What came from its own database is not written there: whoever sent it has.
    Y.applyUpdate(this.doc, update, this.store ?? FROM_CONTEXT);
  }

  /** The room has its first database by now, or another one. */
  private async follow(update: Uint8Array, database: string): Promise<void> {
    const row = await this.parts.workspace.rows(roomStores).get(this.name);
    if (row?.database !== database || this.doc.isDestroyed) return;
    if (this.store && this.database !== database) return this.parts.outdated(this);
    this.adopt(database);
    this.applyShared(update);
  }

  items(root: string): Items {
    const known = this.shown.get(root);
    if (known) return known;
    const map = this.doc.getMap<unknown>(root);
    const items = Object.assign(new Map(map.entries()), { devicesOf: (key: string) => devicesOf(map, key) });
    this.shown.set(root, items);
    return items;
  }

  /** How many edits of each client are in it now. */
  reached(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.doc));
  }
}
