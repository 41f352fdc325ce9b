import type { Kysely, Transaction } from 'kysely';
import * as Y from 'yjs';
import type { PendingRoom } from '../admission/pending-room.ts';
import { CommitQueue, type Entry } from './commit-queue.ts';
import { LATER, onDisk } from './disk.ts';
import { headsOf, moveHeads } from './heads.ts';
import { PendingRooms } from './pending-rooms.ts';
import type { Tables } from './tables.ts';
import { deleteRoom } from './versions.ts';

export type { Entry };

/** Called when a row cannot be applied: it is set aside, and the room goes on. */
export type Alarm = (room: string, seq: number, error: unknown) => void;

/** The cost of loading a room: processing time, ms, and the bytes of its snapshot and rows. */
export interface Loaded {
  readonly ms: number;
  readonly bytes: number;
}

/** Numbers of rows that a statement may have, the largest first. */
const SIZES = [128, 32, 8, 4, 2, 1];
const LONG_TAIL = 500;

/** The log of all rooms. An acknowledged update is on disk, with its version rows in the same commit. */
export class RoomLog {
  private readonly db: Kysely<Tables>;
  private readonly alarm: Alarm;
  private readonly queue: CommitQueue;
  private readonly pendingRooms: PendingRooms;
  private readonly last = new Map<string, number>();
  private readonly applied = new Map<string, number>();
  private readonly aside = new Map<string, number[]>();

  constructor(db: Kysely<Tables>, alarm: Alarm) {
    this.db = db;
    this.alarm = alarm;
    this.queue = new CommitQueue({
      write: async (entries) => {
        const seqs = await db.transaction().execute((within) => this.write(within, entries));
        await onDisk(db);
        return seqs;
      },
      committed: (room, seq, apply) => {
        this.applyOrSetAside(room, seq, apply);
        this.applied.set(room, seq);
      },
      lost: (rooms) => {
        for (const room of rooms) {
          this.pendingRooms.drop(room);
          this.last.delete(room);
        }
      },
    });
    this.pendingRooms = new PendingRooms((room) => this.queue.unapplied(room));
  }

  /** Queues a row synchronously; resolves once it is committed and applied. */
  append(entry: Entry, apply: () => void): Promise<void> {
    return this.queue.append(entry, apply);
  }

  /** The room with all admitted updates, committed or not: the next update is judged against it. */
  pendingRoom(room: string, doc: Y.Doc): PendingRoom {
    return this.pendingRooms.of(room, doc);
  }

  /** A room was unloaded; it is read from the disk next time. */
  unloaded(room: string): void {
    this.pendingRooms.drop(room);
  }

  /** Resolves once all that is queued for a room now is committed; rejects if that fails. */
  whenCommitted(room: string): Promise<void> {
    return this.queue.whenCommitted(room);
  }

  /** Whether a room has admitted rows that are not applied yet; it must not be unloaded then. */
  isBusy(room: string): boolean {
    return this.queue.isBusy(room);
  }

  /** Resolves once the queue is empty. */
  settled(): Promise<void> {
    return this.queue.settled();
  }

  /** Writes rows and their versions in as few statements as possible: each costs more than a row. */
  private async write(within: Transaction<Tables>, entries: readonly Entry[]): Promise<number[]> {
    const seqs = await this.numbered(within, entries);
    const rows = entries.map((entry, at) => ({ ...entry, seq: seqs[at] ?? 0 }));
    for (const some of inGroups(rows))
      await within
        .insertInto('log')
        .values(some.map(({ room, seq, device, at, bytes }) => ({ room, seq, device, at, bytes })))
        .modifyEnd(LATER)
        .execute();
    for (const some of inGroups(rows.flatMap(versionsOf)))
      await within.insertInto('version').values(some).execute();
    return seqs;
  }

  /** The rows' numbers: each room's go on behind its head, which moves. */
  private async numbered(within: Transaction<Tables>, entries: readonly Entry[]): Promise<number[]> {
    const rooms = [...new Set(entries.map(({ room }) => room))].sort();
    const unknown = rooms.filter((room) => !this.last.has(room));
    if (unknown.length > 0)
      for (const [room, seq] of await headsOf(within, unknown)) this.last.set(room, seq);
    const ends = new Map(rooms.map((room) => [room, this.last.get(room) ?? 0]));
    const seqs = entries.map(({ room }) => {
      const seq = (ends.get(room) ?? 0) + 1;
      ends.set(room, seq);
      return seq;
    });
    const moves = [...ends].map(([room, seq]) => ({ room, seq, was: this.last.get(room) ?? 0 }));
    for (const some of inGroups(moves)) await moveHeads(within, some);
    for (const [room, seq] of ends) this.last.set(room, seq);
    return seqs;
  }

  /** Deletes a room, its history last: by that an interrupted erasure is found and repeated. */
  async drop(room: string): Promise<void> {
    this.last.delete(room);
    await deleteRoom(this.db, 'log', room);
    await this.db.deleteFrom('snapshot').where('room', '=', room).execute();
    await this.db.deleteFrom('head').where('room', '=', room).execute();
    await deleteRoom(this.db, 'version', room);
  }

  private applyOrSetAside(room: string, seq: number, apply: () => void): void {
    try {
      apply();
    } catch (error) {
      this.aside.set(room, [...(this.aside.get(room) ?? []), seq]);
      this.alarm(room, seq, error);
    }
  }

  /**
   * Loads a room into a new document. Throws if the store cannot be read: such a room is refused, never served empty.
   */
  async load(room: string, doc: Y.Doc): Promise<Loaded> {
    const { upto, ...loaded } = await this.fill(room, doc);
    this.applied.set(room, upto);
    return loaded;
  }

  /** Loads a document from the store; `upto`: its last row. */
  private async fill(room: string, doc: Y.Doc): Promise<Loaded & { upto: number }> {
    const snapshot = await this.db
      .selectFrom('snapshot')
      .selectAll()
      .where('room', '=', room)
      .executeTakeFirst();
    const rows = await this.db
      .selectFrom('log')
      .selectAll()
      .where('room', '=', room)
      .orderBy('seq')
      .execute();
    const began = performance.now();
    withoutListeners(doc, () => {
      if (snapshot) Y.applyUpdateV2(doc, snapshot.bytes);
      for (const { seq, bytes } of rows)
        this.applyOrSetAside(room, Number(seq), () => Y.applyUpdate(doc, bytes));
    });
    const upto = Math.max(Number(snapshot?.upto ?? 0), Number(rows.at(-1)?.seq ?? 0));
    const bytes = rows.reduce((sum, row) => sum + row.bytes.byteLength, snapshot?.bytes.byteLength ?? 0);
    return { upto, bytes, ms: performance.now() - began };
  }

  /** A read-only copy of a room from the disk. `spent`: gets the processing time, ms. */
  async read(room: string, spent?: (ms: number) => void): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const { ms } = await this.fill(room, doc);
    spent?.(ms);
    return doc;
  }

  /** The last applied row of a room, -1 if it was not loaded since the start. The room is unchanged as long as this is. */
  lastApplied(room: string): number {
    return this.applied.get(room) ?? -1;
  }

  /** Compacts a long log into the snapshot, up to the last applied row; whether it did. */
  async compact(room: string, doc: Y.Doc, tail = LONG_TAIL): Promise<boolean> {
    return this.db.transaction().execute(async (within) => {
      const reached = () => this.applied.get(room) ?? 0;
      if ((await tailOf(within, room, reached())) < tail) return false;
      // Synchronously, so that the snapshot holds exactly the rows up to `upto`.
      const [upto, bytes, aside] = [reached(), Y.encodeStateAsUpdateV2(doc), this.aside.get(room) ?? []];
      await within.deleteFrom('snapshot').where('room', '=', room).execute();
      await within.insertInto('snapshot').values({ room, upto, bytes }).execute();
      let gone = within.deleteFrom('log').where('room', '=', room).where('seq', '<=', upto);
      if (aside.length > 0) gone = gone.where('seq', 'not in', aside);
      await gone.execute();
      return true;
    });
  }
}

/**
 * Loads a document without its `update` listeners. Yjs encodes each update for them, a sixth of the time to load a room, and
 * there is nobody yet to send it to.
 */
function withoutListeners(doc: Y.Doc, fill: () => void): void {
  const listeners = doc._observers.get('update');
  doc._observers.delete('update');
  try {
    fill();
  } finally {
    if (listeners) doc._observers.set('update', listeners);
  }
}

/** Number of log rows up to a row, which decides whether the document is worth encoding. */
async function tailOf(within: Transaction<Tables>, room: string, upto: number): Promise<number> {
  const { rows } = await within
    .selectFrom('log')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where('room', '=', room)
    .where('seq', '<=', upto)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** History rows of a log row. */
function versionsOf({
  room,
  seq,
  member,
  device,
  at,
  changes,
}: Entry & { readonly seq: number }): Tables['version'][] {
  return changes.map(({ root, key, value }, part) => {
    const text = value === undefined ? null : JSON.stringify(value);
    return { room, seq, part, root, key, member, device, at, value: text };
  });
}

/** Rows in groups of a few sizes only, so that their statements stay prepared. */
function inGroups<Row>(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (let from = 0; from < rows.length; ) {
    const size = SIZES.find((one) => one <= rows.length - from) ?? 1;
    groups.push(rows.slice(from, from + size));
    from += size;
  }
  return groups;
}
