import { fetchUpdates, IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { settled } from '../idb.ts';

/** What a room's database did not do. `silent`: it never answered. `closed`: the browser closed it under us. */
export type StoreFailure = 'open' | 'read' | 'write' | 'silent' | 'closed';

/** What becomes of a room's database while it is open, and what need not be stored there at once. */
export interface StoreEvents {
  /** Whether what comes from there is on the disk otherwise. */
  isDurable(origin: unknown): boolean;
  failed(why: StoreFailure): void;
  /** It is closed, since it is being deleted or is damaged: nothing is stored there any more. */
  lost(): void;
}

/** How opening ended. `unreadable`: a row in it stands in the way. `absent`: it did not open. */
export type Opening = 'read' | 'unreadable' | 'absent';

/** How long a database may take to be read before it is looked at, and before the room goes on without it, ms. */
const LOOK = 250;
const SILENT = 5000;
/** How long after that it is reported, ms. */
const HOPELESS = 30_000;
/** How long what is on the disk otherwise waits to be stored here with more of its kind, ms. */
const LATER = 200;
/** Rows from which on they are merged into one, behind an opening. */
const MANY = 200;
const MERGE = 1000;

/** A promise that a timer fulfils, and the way to stop the timer. */
function timer(after: number): { readonly over: Promise<void>; stop(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const id = setTimeout(resolve, after);
  return { over: promise, stop: () => clearTimeout(id) };
}

/** Answers when everything that was begun before on the rows has ended. */
const behind = (db: IDBDatabase): Promise<unknown> =>
  settled(db.transaction('updates', 'readwrite').objectStore('updates').count());

/**
 * A room's database by y-indexeddb. It works around three faults of y-indexeddb 9.0.12 (https://github.com/yjs/y-indexeddb): a
 * failure of the disk stays unnoticed, and `whenSynced` then waits for ever; a write that throws stops the listeners behind
 * it; and a context that closes a room while its rows are merged deletes rows of other contexts, since it no longer reads
 * them into the merged one.
 */
export class RoomStore extends IndexeddbPersistence {
  /** Writes that failed. */
  failures = 0;
  private readonly events: StoreEvents;
  private isLost = false;
  private reading: Promise<Opening> | null = null;
  private closing: Promise<void> | null = null;
  private readonly storeNow: (update: Uint8Array, origin: unknown) => void;
  /** What waits to be stored, and until when. */
  private late: Uint8Array[] = [];
  private until: ReturnType<typeof setTimeout> | undefined;

  constructor(name: string, doc: Y.Doc, events: StoreEvents) {
    super(name, doc);
    this.events = events;
    const store = this._storeUpdate;
    doc.off('update', store);
    this.storeNow = (update, origin) => {
      try {
        store(update, origin);
      } catch {
        this.failed('write');
      }
    };
    this._storeUpdate = (update, origin: unknown) => {
      if (events.isDurable(origin)) this.storeLater(update);
      else this.storeNow(update, origin);
    };
    doc.on('update', this._storeUpdate);
    this._db.then((db) => this.watch(db)).catch(() => undefined);
  }

  /** A transaction for each edit would hold up the next one, which waits for the same disk. */
  private storeLater(update: Uint8Array): void {
    // What is there before it is open is stored by its opening.
    if (!this.db) return;
    this.late.push(update);
    this.until ??= setTimeout(() => this.storeLate(), LATER);
  }

  private storeLate(): void {
    clearTimeout(this.until);
    this.until = undefined;
    const late = this.late.splice(0);
    if (late.length > 0) this.storeNow(Y.mergeUpdates(late), null);
  }

  private failed(why: StoreFailure): void {
    if (why === 'write') this.failures += 1;
    if (!this.closing && !this.isLost) this.events.failed(why);
  }

  /** lib0 closes a database that another context deletes. The browser closes one that it cannot go on with. */
  private watch(db: IDBDatabase): void {
    db.addEventListener('abort', () => this.failed('write'));
    const lost = () => {
      this.isLost = true;
      if (!this.closing) this.events.lost();
    };
    db.addEventListener('versionchange', lost);
    db.addEventListener('close', () => {
      this.failed('closed');
      lost();
    });
  }

  /** Reads what is in it into the document, once. */
  read(): Promise<Opening> {
    this.reading ??= this.readOnce();
    return this.reading;
  }

  private async readOnce(): Promise<Opening> {
    const silence = timer(SILENT);
    const over = silence.over.then((): Opening => {
      // A busy machine may answer yet: what it reads then goes into the document all the same.
      setTimeout(() => !this.synced && this.failed('silent'), HOPELESS);
      return 'absent';
    });
    try {
      const synced = this.whenSynced.then((): Opening => 'read');
      const opening = await Promise.race([synced, this.looked(), over]);
      if (opening === 'read') this.mergeLater();
      return opening;
    } finally {
      silence.stop();
    }
  }

  /** What the library says nothing of: that it could not open or read. */
  private async looked(): Promise<Opening> {
    let db: IDBDatabase;
    try {
      db = await this._db;
    } catch {
      this.failed('open');
      return 'absent';
    }
    await timer(LOOK).over;
    try {
      if (!this.synced) await behind(db);
      // Its own reading has ended by now, one way or the other. Where it failed, a second one tells why.
      if (!this.synced && !this._destroyed) await fetchUpdates(this);
      this.synced = true;
      return 'read';
    } catch {
      // Who lets go of it meanwhile has not found it damaged: others go on with it.
      if (this.closing) return 'absent';
      this.failed('read');
      return 'unreadable';
    }
  }

  /** Every opening adds a row, and the library merges them only after 500 writes of its own. */
  private mergeLater(): void {
    this._storeTimeoutId ??= setTimeout(() => {
      this._storeTimeoutId = null;
      if (this._dbsize > MANY) void this.merge();
    }, MERGE);
  }

  /** Merges all rows into one, those of other contexts among them. */
  async merge(): Promise<void> {
    await storeState(this).catch(() => this.failed('write'));
  }

  /** Answers when all that was written until now is in it; throws where some of it is not. */
  async written(): Promise<void> {
    this.storeLate();
    await behind(await this._db);
    if (this.failures > 0) throw new Error('the room was not stored');
  }

  override destroy(): Promise<void> {
    this.closing ??= this.close();
    return this.closing;
  }

  private async close(): Promise<void> {
    this.storeLate();
    clearTimeout(this._storeTimeoutId);
    this.doc.off('update', this._storeUpdate);
    this.doc.off('destroy', this.destroy);
    // Nothing is merged before it is read: an opening may end early.
    if (!this.synced) this._destroyed = true;
    try {
      // Rows of other contexts are read into what is merged, or merging would delete them.
      await behind(await this._db);
      await super.destroy();
    } catch {
      // It did not open, or is closed: there is nothing to let go of.
    }
  }
}
