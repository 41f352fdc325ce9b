import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Tables } from '../../hub/store/tables.ts';
import { turn } from '../../hub/turn.ts';
import { Click } from '../click/click.ts';

/** Rows per turn of the event loop: of all links, of some links, and of the index alone. */
const PART = 50;
const WANTED = 20;
const INDEXED = 1000;

const Packed = z.array(Click);

/** Reads the log of clicks. An unreadable row is left out, and `unread` gets its batch. */
export class ClickReader {
  protected readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** Clicks recorded after a batch, in order; `most`: batches at a time. */
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

  /**
   * Clicks of some hours up to a batch, in order. They come in parts, so that other work is served while a viral hour is read.
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
      await turn();
    }
  }

  /** Like `parts`, for some links only: the index shows which rows have none of them, and those are not read. */
  async *partsOf(
    hours: readonly number[],
    isWanted: (link: string) => boolean,
    unread: (batch: number) => void,
  ): AsyncGenerator<readonly Click[]> {
    for await (const batches of this.batchesOf(hours, isWanted)) {
      const rows = await this.db
        .selectFrom('clicks')
        .select(['batch', 'packed'])
        .where('batch', 'in', batches)
        .orderBy('batch')
        .execute();
      yield rows.flatMap((row) => read(row, unread, isWanted));
      await turn();
    }
  }

  /** The rows of some hours that have clicks of these links, a few at a time. */
  private async *batchesOf(
    hours: readonly number[],
    isWanted: (link: string) => boolean,
  ): AsyncGenerator<readonly number[]> {
    for (let last = 0; ; ) {
      const rows = await this.db
        .selectFrom('clicks')
        .select(['batch', 'links'])
        .where('hour', 'in', hours)
        .where('batch', '>', last)
        .orderBy('batch')
        .limit(INDEXED)
        .execute();
      const found = rows.filter(({ links }) => links === null || links.split(' ').some(isWanted));
      for (let at = 0; at < found.length; at += WANTED)
        yield found.slice(at, at + WANTED).map(({ batch }) => Number(batch));
      if (rows.length < INDEXED) return;
      last = Number(rows.at(-1)?.batch ?? last);
      await turn();
    }
  }

  /**
   * The hours of a day with clicks up to a batch, in the order of recording: one by one, or several together if the clock was
   * set back between them.
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

  /** Whether an hour has clicks up to a batch. */
  async has(hour: number, upto: number): Promise<boolean> {
    const rows = this.db.selectFrom('clicks').select('batch').where('hour', '=', hour);
    return (await rows.where('batch', '<=', upto).limit(1).executeTakeFirst()) !== undefined;
  }

  /** The hours that still have clicks, the oldest first. */
  async hours(): Promise<readonly number[]> {
    const rows = await this.db.selectFrom('clicks').select('hour').distinct().orderBy('hour').execute();
    return rows.map(({ hour }) => Number(hour));
  }
}

/** The wanted clicks of a row; none, and `unread` is called, if it cannot be parsed. */
function read(
  row: { batch: number; packed: string },
  unread: (batch: number) => void,
  isWanted?: (link: string) => boolean,
): readonly Click[] {
  try {
    const clicks: unknown = JSON.parse(row.packed);
    return Packed.parse(
      isWanted && Array.isArray(clicks) ? clicks.filter(({ link }) => isWanted(link)) : clicks,
    );
  } catch {
    unread(Number(row.batch));
    return [];
  }
}
