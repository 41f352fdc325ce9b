import type { Kysely } from 'kysely';
import { LATER, onDisk } from '../../hub/store/disk.ts';
import type { Tables } from '../../hub/store/tables.ts';
import { turn } from '../../hub/turn.ts';
import type { Click } from '../click/click.ts';
import { ClickReader } from './click-reader.ts';

const HOUR = 3_600_000;
/** Clicks per row and turn of the event loop. Under load an edit took 52 ms (p95) with 200, and 42 ms with 100. */
const BATCH = 100;
/** Clicks that may wait; beyond that the hub answers that it is busy rather than ever later. */
const MOST_WAITING = 10_000;
/** Rows deleted per turn of the event loop: a team that shortens the retention deletes months of them at once. */
const DROPPED = 200;
/** About the size of a full row. */
const ROW_BYTES = 32 << 10;

/** A click before it is recorded; the log adds its id and hour. */
export type NewClick = Omit<Click, 'id' | 'hour'>;

interface Waiting {
  readonly click: NewClick;
  readonly done: (id: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Gets each batch of clicks. */
export interface ClickFollower {
  recorded(clicks: readonly Click[], batch: number): void;
  /** A promise to await before more clicks come, or null if there is no backlog. */
  caughtUp(): Promise<void> | null;
}

/**
 * The log of clicks. Concurrent clicks share a row and a commit, and concurrent commits share a flush to the disk. A click is
 * acknowledged once it is on the disk.
 */
export class ClickLog extends ClickReader {
  private readonly waiting: Waiting[] = [];
  private readonly now: () => number;
  private last: number;
  private flushing: Promise<void> | null = null;
  /** Clicks that are committed but not known to be on the disk yet, and the flush that they wait for. */
  private unanswered = 0;
  private answering: Promise<unknown> = Promise.resolve();
  private follower: ClickFollower | null = null;
  /** Whether the last clicks could not be recorded. */
  isFailing = false;

  private constructor(db: Kysely<Tables>, now: () => number, last: number) {
    super(db);
    this.now = now;
    this.last = last;
  }

  static async open(db: Kysely<Tables>, now: () => number): Promise<ClickLog> {
    return new ClickLog(db, now, await lastIn(db));
  }

  /** Hands each batch to a follower once it is on the disk, and waits for a follower with a backlog. */
  follow(follower: ClickFollower): void {
    this.follower = follower;
  }

  get isFull(): boolean {
    return this.waiting.length + this.unanswered >= MOST_WAITING;
  }

  /**
   * Whether a click would be recorded now. After a failure this tries to write and delete a full row, since there may be room
   * again.
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

  /** Resolves with the click's id once it is on the disk; rejects if the store cannot be written. */
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
    // A turn of the event loop before each commit, so that concurrent clicks share it and sync is served in between.
    do {
      await turn();
      await this.follower?.caughtUp();
      // A small batch waits for more clicks while a flush is under way, since its own flush could not start before.
      if (this.waiting.length < BATCH) await this.answering;
      await this.commit(this.waiting.splice(0, BATCH));
    } while (this.waiting.length > 0);
    this.flushing = null;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    const number = this.last + 1;
    // A row has clicks of one hour, so that an hour can be read alone.
    const hour = Math.floor(this.now() / HOUR);
    const clicks = batch.map(({ click }, at) => ({ id: idOf(number, at), hour, ...click }));
    try {
      const row = { batch: number, hour, packed: JSON.stringify(clicks), links: linksOf(clicks) };
      await this.db.insertInto('clicks').values(row).modifyEnd(LATER).execute();
    } catch (error) {
      // Another process on this store may have taken the number: try the next.
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

  /** Acknowledges a committed batch once it is on the disk; the next one is committed meanwhile. */
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

  /** Deletes clicks from before an hour, in batches; answers how many rows. Numbers of rows are not reused. */
  async dropBefore(hour: number): Promise<number> {
    const last = await lastIn(this.db);
    for (let dropped = 0; ; ) {
      const rows = await this.db
        .selectFrom('clicks')
        .select('batch')
        .where('hour', '<', hour)
        // The last row stays, since the next number follows from it.
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

/** Sorts in the order of recording: batch and position, each of a fixed width. */
const idOf = (batch: number, at: number) =>
  `${batch.toString(36).padStart(9, '0')}-${at.toString(36).padStart(2, '0')}`;

const linksOf = (clicks: readonly Click[]) => [...new Set(clicks.map(({ link }) => link))].join(' ');
