import type { Kysely } from 'kysely';
import { LATER, onDisk } from '../../hub/store/disk.ts';
import type { Tables } from '../../hub/store/tables.ts';
import { turn } from '../../hub/turn.ts';
import type { Click } from '../click/click.ts';
import { ClickReader } from './click-reader.ts';

const HOUR = 3_600_000;
/** Clicks in one row and one turn: with 200 an edit took 52 ms under load (p95), with 100 it takes 42 on a slower day. */
const BATCH = 100;
/** Clicks that may wait; above it the hub says that it is busy, rather than answer later and later. */
const MOST_WAITING = 10_000;
/** Rows that are deleted in one turn: a team that keeps clicks shorter drops months of them at once. */
const DROPPED = 200;
/** About what a full row takes. */
const ROW_BYTES = 32 << 10;

/** A click before it is recorded: its number and its hour are the log's. */
export type NewClick = Omit<Click, 'id' | 'hour'>;

interface Waiting {
  readonly click: NewClick;
  readonly done: (id: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Who is told of each batch. */
export interface ClickFollower {
  recorded(clicks: readonly Click[], batch: number): void;
  /** Waits where more would be too much; null where it would not. */
  caughtUp(): Promise<void> | null;
}

/**
 * The log of followed links. Clicks that come together share a row and a commit, and commits that come together share the
 * way to the disk. A click is answered once it is there.
 */
export class ClickLog extends ClickReader {
  private readonly waiting: Waiting[] = [];
  private readonly now: () => number;
  private last: number;
  private flushing: Promise<void> | null = null;
  /** What is committed and not yet known to be on the disk: so many clicks, and until when. */
  private unanswered = 0;
  private answering: Promise<unknown> = Promise.resolve();
  private follower: ClickFollower | null = null;
  /** Whether what came last could not be recorded. */
  isFailing = false;

  private constructor(db: Kysely<Tables>, now: () => number, last: number) {
    super(db);
    this.now = now;
    this.last = last;
  }

  static async open(db: Kysely<Tables>, now: () => number): Promise<ClickLog> {
    return new ClickLog(db, now, await lastIn(db));
  }

  /** Tells of each batch from now on, once it is on the disk, and waits where that is too much. */
  tell(follower: ClickFollower): void {
    this.follower = follower;
  }

  get isFull(): boolean {
    return this.waiting.length + this.unanswered >= MOST_WAITING;
  }

  /**
   * Whether a link that is followed now would be recorded. Where the last was not, as much as a full row is written and taken
   * back: there may be room again.
   */
  async isReady(): Promise<boolean> {
    if (this.isFull) return false;
    if (this.isFailing) this.isFailing = !(await this.tryRow());
    return !this.isFailing;
  }

  private async tryRow(): Promise<boolean> {
    const row = { batch: this.last + 1, hour: 0, packed: ' '.repeat(ROW_BYTES), links: '' };
    try {
      await this.db.transaction().execute(async (within) => {
        await within.insertInto('clicks').values(row).execute();
        await within.deleteFrom('clicks').where('batch', '=', row.batch).execute();
      });
      return true;
    } catch {
      return false;
    }
  }

  /** Answers with the click's id when it is committed. Rejects where the store cannot be written. */
  append(click: NewClick): Promise<string> {
    return new Promise((done, failed) => {
      this.waiting.push({ click, done, failed });
      this.flushing ??= this.flush();
    });
  }

  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
    await this.answering;
  }

  private async flush(): Promise<void> {
    // A turn of the loop before each commit: what comes together shares it, and sync has its turn between two.
    do {
      await turn();
      await this.follower?.caughtUp();
      // A few wait for more while the disk is at work: they would wait for it behind what it does now.
      if (this.waiting.length < BATCH) await this.answering;
      await this.commit(this.waiting.splice(0, BATCH));
    } while (this.waiting.length > 0);
    this.flushing = null;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    const number = this.last + 1;
    // One hour for a row, so that an hour is read without those beside it.
    const hour = Math.floor(this.now() / HOUR);
    const clicks = batch.map(({ click }, at) => ({ id: idOf(number, at), hour, ...click }));
    try {
      const row = { batch: number, hour, packed: JSON.stringify(clicks), links: linksOf(clicks) };
      await this.db.insertInto('clicks').values(row).modifyEnd(LATER).execute();
    } catch (error) {
      // Another process on this store may have taken the number: the next is free.
      const taken = await lastIn(this.db).catch(() => 0);
      if (taken >= number) {
        this.last = taken;
        return this.commit(batch);
      }
      return this.lost(batch, error);
    }
    this.last = number;
    this.answering = this.answer(batch, clicks, number);
  }

  /** Answers what is committed once it is on the disk. Meanwhile what comes next is committed. */
  private async answer(batch: readonly Waiting[], clicks: readonly Click[], number: number): Promise<void> {
    this.unanswered += batch.length;
    try {
      await onDisk(this.db);
      this.isFailing = false;
      this.follower?.recorded(clicks, number);
      batch.forEach(({ done }, at) => {
        done(clicks[at]?.id ?? '');
      });
    } catch (error) {
      this.lost(batch, error);
    } finally {
      this.unanswered -= batch.length;
    }
  }

  private lost(batch: readonly Waiting[], error: unknown): void {
    this.isFailing = true;
    for (const { failed } of batch) failed(error);
  }

  /** Deletes what was recorded before an hour, some rows at a time; how many that were. Such a log keeps its numbers. */
  async dropBefore(hour: number): Promise<number> {
    const last = await lastIn(this.db);
    for (let dropped = 0; ; ) {
      const rows = await this.db
        .selectFrom('clicks')
        .select('batch')
        .where('hour', '<', hour)
        // The last row stays: the next number is told by it.
        .where('batch', '<', last)
        .orderBy('hour')
        .orderBy('batch')
        .limit(DROPPED)
        .execute();
      if (rows.length === 0) return dropped;
      const batches = rows.map(({ batch }) => batch);
      await this.db.deleteFrom('clicks').where('batch', 'in', batches).execute();
      dropped += rows.length;
      await turn();
    }
  }
}

async function lastIn(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('clicks')
    .select(({ fn }) => fn.max('batch').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** Sorts as it came: batch and place in it, each of a fixed width. */
const idOf = (batch: number, at: number) =>
  `${batch.toString(36).padStart(9, '0')}-${at.toString(36).padStart(2, '0')}`;

const linksOf = (clicks: readonly Click[]) => [...new Set(clicks.map(({ link }) => link))].join(' ');
