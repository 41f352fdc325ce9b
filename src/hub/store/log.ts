import type { Kysely, Transaction } from 'kysely';
import * as Y from 'yjs';
import type { Change } from '../admission/admit.ts';
import type { Ahead } from '../admission/ahead.ts';
import { Aheads } from './aheads.ts';
import type { Tables } from './tables.ts';

/** An admitted update, and who sent it by the hub's own rows. */
export interface Entry {
  readonly room: string;
  readonly member: string;
  readonly device: number;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly changes: readonly Change[];
}

interface Waiting {
  readonly entry: Entry;
  readonly apply: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Told when a row cannot be applied: it is set aside, and the room goes on. */
export type Alarm = (room: string, seq: number, error: unknown) => void;

/** Rows of the log in one commit, and versions; a thing that is larger stands alone in its own. */
const BATCH = 200;
const BATCH_VERSIONS = 2000;
/** Rows of one statement. */
const ROWS = 200;
const LONG_TAIL = 500;

/** The log of all rooms. What it answered is on disk, with its versions in the same commit. */
export class RoomLog {
  private readonly db: Kysely<Tables>;
  private readonly alarm: Alarm;
  private readonly waiting: Waiting[] = [];
  private readonly aheads = new Aheads((room) => this.unapplied(room));
  private committing: readonly Waiting[] = [];
  /** The last row of a room that is queued: what was let in before it is committed when it is. */
  private readonly queued = new Map<string, Promise<void>>();
  private readonly busy = new Map<string, number>();
  private readonly last = new Map<string, number>();
  private readonly applied = new Map<string, number>();
  private readonly aside = new Map<string, number[]>();
  private flushing: Promise<void> | null = null;

  constructor(db: Kysely<Tables>, alarm: Alarm) {
    this.db = db;
    this.alarm = alarm;
  }

  /** Queues a row in this very turn; answers once it is committed and applied. */
  append(entry: Entry, apply: () => void): Promise<void> {
    this.busy.set(entry.room, (this.busy.get(entry.room) ?? 0) + 1);
    const committed = new Promise<void>((done, failed) => {
      this.waiting.push({ entry, apply, done, failed });
      this.flushing ??= this.flush();
    });
    this.queued.set(entry.room, committed);
    return committed;
  }

  /** The room with all that is let in, committed or not: what comes next is judged against it. */
  ahead(room: string, doc: Y.Doc): Ahead {
    return this.aheads.of(room, doc);
  }

  /** A document of a room is gone: the next one is read from the disk. */
  unloaded(room: string): void {
    this.aheads.drop(room);
  }

  private unapplied(room: string): Uint8Array[] {
    const all = [...this.committing, ...this.waiting];
    return all.filter(({ entry }) => entry.room === room).map(({ entry }) => entry.bytes);
  }

  /** Answers when all that is queued for a room by now is committed; throws where it could not be. */
  async reached(room: string): Promise<void> {
    await this.queued.get(room);
  }

  /** Whether rows of a room are admitted and not yet applied: its document must not be unloaded then. */
  isBusy(room: string): boolean {
    return (this.busy.get(room) ?? 0) > 0;
  }

  /** Answers when nothing waits. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      // A turn of the loop, so that what comes together shares a commit, and others are served between two.
      await new Promise((turn) => setImmediate(turn));
      await this.commit(this.nextBatch());
    }
    this.flushing = null;
  }

  private nextBatch(): readonly Waiting[] {
    let [rows, versions] = [0, 0];
    for (const { entry } of this.waiting.slice(0, BATCH)) {
      versions += entry.changes.length;
      if (rows > 0 && versions > BATCH_VERSIONS) break;
      rows += 1;
    }
    return this.waiting.splice(0, rows);
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    this.committing = batch;
    try {
      const seqs = await this.db.transaction().execute((within) => this.write(within, batch));
      this.committing = [];
      batch.forEach((one, at) => {
        this.taken(one, seqs[at] ?? 0);
      });
    } catch (error) {
      this.lost(batch, error);
    }
  }

  /** What could not be committed is not there, and what was judged on top of it is not either. */
  private lost(batch: readonly Waiting[], error: unknown): void {
    this.committing = [];
    const rooms = new Set(batch.map(({ entry }) => entry.room));
    const onTop = this.waiting.filter(({ entry }) => rooms.has(entry.room));
    const others = this.waiting.filter(({ entry }) => !rooms.has(entry.room));
    this.waiting.splice(0, this.waiting.length, ...others);
    for (const room of rooms) {
      this.aheads.drop(room);
      this.last.delete(room);
    }
    for (const { entry, failed } of [...batch, ...onTop]) {
      this.free(entry.room);
      failed(error);
    }
  }

  private async write(within: Transaction<Tables>, batch: readonly Waiting[]): Promise<number[]> {
    const seqs: number[] = [];
    for (const { entry } of batch) {
      const { room, member, device, at, bytes } = entry;
      const seq = (this.last.get(room) ?? (await lastOf(within, room))) + 1;
      this.last.set(room, seq);
      await within.insertInto('log').values({ room, seq, device, at, bytes }).execute();
      const versions = entry.changes.map(({ root, key, value }, part) => {
        const text = value === undefined ? null : JSON.stringify(value);
        return { room, seq, part, root, key, member, device, at, value: text };
      });
      for (let from = 0; from < versions.length; from += ROWS)
        await within
          .insertInto('version')
          .values(versions.slice(from, from + ROWS))
          .execute();
      seqs.push(seq);
    }
    return seqs;
  }

  private taken({ entry: { room }, apply, done }: Waiting, seq: number): void {
    this.tried(room, seq, apply);
    this.applied.set(room, seq);
    this.free(room);
    done();
  }

  private tried(room: string, seq: number, apply: () => void): void {
    try {
      apply();
    } catch (error) {
      this.aside.set(room, [...(this.aside.get(room) ?? []), seq]);
      this.alarm(room, seq, error);
    }
  }

  private free(room: string): void {
    const left = (this.busy.get(room) ?? 1) - 1;
    if (left > 0) return void this.busy.set(room, left);
    this.busy.delete(room);
    this.queued.delete(room);
  }

  /** Fills a new document of a room. Throws where the store cannot be read: such a room is refused, never served empty. */
  async load(room: string, doc: Y.Doc): Promise<void> {
    this.applied.set(room, await this.fill(room, doc));
  }

  /** Fills a document from the store; up to which row. */
  private async fill(room: string, doc: Y.Doc): Promise<number> {
    const snapshot = await this.db
      .selectFrom('snapshot')
      .selectAll()
      .where('room', '=', room)
      .executeTakeFirst();
    if (snapshot) Y.applyUpdateV2(doc, snapshot.bytes);
    const upto = Number(snapshot?.upto ?? 0);
    const rows = await this.db
      .selectFrom('log')
      .selectAll()
      .where('room', '=', room)
      .orderBy('seq')
      .execute();
    for (const { seq, bytes } of rows) this.tried(room, Number(seq), () => Y.applyUpdate(doc, bytes));
    return Math.max(upto, Number(rows.at(-1)?.seq ?? 0));
  }

  /** A room as it stands on disk, in a document of its own, for who only reads. */
  async read(room: string): Promise<Y.Doc> {
    const doc = new Y.Doc();
    await this.fill(room, doc);
    return doc;
  }

  /** Folds a long tail into the snapshot, up to what is applied and no further; whether it did. */
  async compact(room: string, doc: Y.Doc, tail = LONG_TAIL): Promise<boolean> {
    return this.db.transaction().execute(async (within) => {
      const reached = () => this.applied.get(room) ?? 0;
      if ((await tailOf(within, room, reached())) < tail) return false;
      // In one turn: the snapshot holds what is applied, no more and no less.
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

/** Rows of the log up to a number: counted, since a document is encoded only once they are many. */
async function tailOf(within: Transaction<Tables>, room: string, upto: number): Promise<number> {
  const { rows } = await within
    .selectFrom('log')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where('room', '=', room)
    .where('seq', '<=', upto)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

async function lastOf(within: Transaction<Tables>, room: string): Promise<number> {
  const most = (table: 'log' | 'version') =>
    within
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('room', '=', room)
      .executeTakeFirst();
  const snapshot = await within
    .selectFrom('snapshot')
    .select('upto')
    .where('room', '=', room)
    .executeTakeFirst();
  const [log, version] = [await most('log'), await most('version')];
  return Math.max(Number(snapshot?.upto ?? 0), Number(log?.seq ?? 0), Number(version?.seq ?? 0));
}
