import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { Click } from '../../click/click.ts';
import type { Tables } from '../store/tables.ts';

const HOUR = 3_600_000;
/** Clicks in one row and one turn: with 200 an edit took 52 ms under load (p95), with 100 it takes 42 on a slower day. */
const BATCH = 100;
/** Rows that are read in one turn. */
const PART = 50;
/** Clicks that may wait; above it the hub says that it is busy, rather than answer later and later. */
const MOST_WAITING = 10_000;

const Packed = z.array(Click);

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
 * The log of followed links. Clicks that come together share a row and a commit: what costs is a row, not the disk. A
 * click is answered once it is on the disk.
 */
export class ClickLog {
  private readonly db: Kysely<Tables>;
  private readonly waiting: Waiting[] = [];
  private readonly now: () => number;
  private last: number;
  private flushing: Promise<void> | null = null;
  private follower: ClickFollower | null = null;

  private constructor(db: Kysely<Tables>, now: () => number, last: number) {
    this.db = db;
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
    return this.waiting.length >= MOST_WAITING;
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
  }

  private async flush(): Promise<void> {
    // A turn of the loop before each commit: what comes together shares it, and sync has its turn between two.
    do {
      await new Promise((turn) => setImmediate(turn));
      await this.follower?.caughtUp();
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
      const row = { batch: number, hour, packed: JSON.stringify(clicks) };
      await this.db.insertInto('clicks').values(row).execute();
    } catch (error) {
      // Another process on this store may have taken the number: the next is free.
      const taken = await lastIn(this.db).catch(() => 0);
      if (taken >= number) {
        this.last = taken;
        return this.commit(batch);
      }
      for (const { failed } of batch) failed(error);
      return;
    }
    this.last = number;
    this.follower?.recorded(clicks, number);
    batch.forEach(({ done }, at) => {
      done(clicks[at]?.id ?? '');
    });
  }

  /** What was recorded behind a batch, in order, so many batches at a time; a row that cannot be read is left out and told. */
  async after(batch: number, most: number, unread: (batch: number) => void) {
    const rows = await this.db
      .selectFrom('clicks')
      .select(['batch', 'packed'])
      .where('batch', '>', batch)
      .orderBy('batch')
      .limit(most)
      .execute();
    const clicks = rows.flatMap((row) => read(row, unread));
    return { clicks, upto: Number(rows.at(-1)?.batch ?? batch) };
  }

  /** All that was recorded in an hour up to a batch, in order; of one link, where that is asked for. */
  async ofHour(
    hour: number,
    upto: number,
    unread: (batch: number) => void,
    link = '',
  ): Promise<readonly Click[]> {
    const found: Click[] = [];
    for await (const clicks of this.parts([hour], upto, unread))
      for (const click of clicks) if (link === '' || click.link === link) found.push(click);
    return found;
  }

  /**
   * What was recorded in some hours up to a batch, in order. A viral hour is read in parts: links and sync have their turns
   * between two.
   */
  async *parts(
    hours: readonly number[],
    upto: number,
    unread: (batch: number) => void,
  ): AsyncGenerator<readonly Click[]> {
    for (let last = 0; ; ) {
      const rows = await this.db
        .selectFrom('clicks')
        .select(['batch', 'packed'])
        .where('hour', 'in', hours)
        .where('batch', '>', last)
        .where('batch', '<=', upto)
        .orderBy('batch')
        .limit(PART)
        .execute();
      yield rows.flatMap((row) => read(row, unread));
      if (rows.length < PART) return;
      last = Number(rows.at(-1)?.batch ?? last);
      await new Promise((turn) => setImmediate(turn));
    }
  }

  /**
   * The hours of a day of which something was recorded up to a batch, in the order in which they were: one by one, or those
   * together between which the clock was set back.
   */
  async spans(day: number, upto: number): Promise<readonly (readonly number[])[]> {
    const rows = await this.db
      .selectFrom('clicks')
      .select(({ fn }) => ['hour', fn.min('batch').as('first'), fn.max('batch').as('last')])
      .where('hour', '>=', day * 24)
      .where('hour', '<', (day + 1) * 24)
      .where('batch', '<=', upto)
      .groupBy('hour')
      .orderBy('first')
      .execute();
    const spans: { hours: number[]; last: number }[] = [];
    for (const { hour, first, last } of rows) {
      const before = spans.at(-1);
      if (before && Number(first) < before.last) {
        before.hours.push(Number(hour));
        before.last = Math.max(before.last, Number(last));
      } else spans.push({ hours: [Number(hour)], last: Number(last) });
    }
    return spans.map(({ hours }) => hours);
  }

  /** Whether something was recorded in an hour up to a batch. */
  async has(hour: number, upto: number): Promise<boolean> {
    const rows = this.db.selectFrom('clicks').select('batch').where('hour', '=', hour);
    return (await rows.where('batch', '<=', upto).limit(1).executeTakeFirst()) !== undefined;
  }

  /** The hours of which something is kept, the oldest first. */
  async hours(): Promise<readonly number[]> {
    const rows = await this.db.selectFrom('clicks').select('hour').distinct().orderBy('hour').execute();
    return rows.map(({ hour }) => Number(hour));
  }

  /** Deletes what was recorded before an hour; how many rows that were. Such a log keeps its numbers. */
  async dropBefore(hour: number): Promise<number> {
    const last = await lastIn(this.db);
    const { numDeletedRows } = await this.db
      .deleteFrom('clicks')
      .where('hour', '<', hour)
      // The last row stays: the next number is told by it.
      .where('batch', '<', last)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
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

/** The clicks of a row; none, and told, where it cannot be read. */
function read(row: { batch: number; packed: string }, unread: (batch: number) => void): readonly Click[] {
  try {
    return Packed.parse(JSON.parse(row.packed));
  } catch {
    unread(Number(row.batch));
    return [];
  }
}
