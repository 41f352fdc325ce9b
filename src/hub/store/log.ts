import type { Kysely, Transaction } from 'kysely';
import * as Y from 'yjs';
import type { Change } from '../admission/admit.ts';
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

const BATCH = 200;
const LONG_TAIL = 500;

/** The log of all rooms. What it answered is on disk, with its versions in the same commit. */
export class RoomLog {
  private readonly db: Kysely<Tables>;
  private readonly alarm: Alarm;
  private readonly waiting: Waiting[] = [];
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
    return new Promise((done, failed) => {
      this.waiting.push({ entry, apply, done, failed });
      this.flushing ??= this.flush();
    });
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
    // A turn of the loop, so that what comes together shares a commit.
    await new Promise((turn) => setImmediate(turn));
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, BATCH));
    this.flushing = null;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const seqs = await this.db.transaction().execute((within) => this.write(within, batch));
      batch.forEach((one, at) => {
        this.taken(one, seqs[at] ?? 0);
      });
    } catch (error) {
      for (const { entry, failed } of batch) {
        this.last.delete(entry.room);
        this.free(entry.room);
        failed(error);
      }
    }
  }

  private async write(within: Transaction<Tables>, batch: readonly Waiting[]): Promise<number[]> {
    const seqs: number[] = [];
    for (const { entry } of batch) {
      const { room, member, device, at, bytes } = entry;
      const seq = (this.last.get(room) ?? (await lastOf(within, room))) + 1;
      this.last.set(room, seq);
      await within.insertInto('log').values({ room, seq, device, at, bytes }).execute();
      for (const [part, { root, key, value }] of entry.changes.entries()) {
        const said = value === undefined ? null : JSON.stringify(value);
        const row = { room, seq, part, root, key, member, device, at, value: said };
        await within.insertInto('version').values(row).execute();
      }
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
    if (left > 0) this.busy.set(room, left);
    else this.busy.delete(room);
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
