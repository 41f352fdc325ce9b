import type { Kysely, Transaction } from 'kysely';
import type { Counted } from '../../activity/cell.ts';
import type { Tables } from '../../hub/store/tables.ts';
import type { Class } from '../../link/click/rules.ts';
import { readDay } from '../../link/hub/hour-sums.ts';
import { cellOfClicks, type HourMore } from '../../link/hub/link-days.ts';
import type { LiveLink } from '../../link/hub/links.ts';
import { monthOf, monthStart } from '../../workspace/room.ts';
import { SerialQueue } from '../../workspace/serial-queue.ts';
import type { Measures } from '../fold/measures.ts';
import { MonthSums } from '../fold/month-sums.ts';
import type { MonthChange } from './figures/guarded-figures.ts';
import { asideMonth, asideRoom } from './figures/month-store.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Rows per statement, and rows of links' days per read. */
const TOGETHER = 500;

/** What the aggregates need. */
export interface AggregatesParts {
  readonly db: Kysely<Tables>;
  readonly measures: Measures;
  readonly linkOf: (id: string) => LiveLink | undefined;
  /** Days since 1970 of an hour, in the team's time zone. */
  readonly dayOf: (hour: number) => number;
  /** Records changes of cells within the transaction that makes them. */
  readonly note: (within: Transaction<Tables>, changes: readonly MonthChange[]) => Promise<void>;
  /** Called for a day (since 1970, UTC) with an unreadable row; whether it is going to be repaired. */
  readonly damaged: (day: number) => boolean;
}

/**
 * The sums of all members' rooms and of all clicks on their links, by month, in memory. Writes to the disk and additions here
 * are serialised, so a month is summed once and then updated.
 */
export class MonthAggregates {
  private readonly parts: AggregatesParts;
  private readonly months = new Map<string, MonthSums>();
  private readonly turns = new SerialQueue();

  constructor(parts: AggregatesParts) {
    this.parts = parts;
  }

  /** Serialised: nothing is summed between a write and its addition. */
  private next<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.turns.run(work);
  }

  /** Writes in one transaction, then adds the changed hours of links; answers with the months that changed. */
  changeClicks(
    write: (within: Transaction<Tables>) => Promise<readonly HourMore[]>,
  ): Promise<ReadonlySet<string>> {
    return this.next(async () => {
      const changes = await this.parts.db.transaction().execute(async (within) => {
        const cells = (await write(within)).flatMap((one) => this.cellsOf(one));
        await this.parts.note(within, cells);
        return cells;
      });
      this.take(changes);
      return new Set(changes.map(({ month }) => month));
    });
  }

  private cellsOf({ link, hour, more }: HourMore): MonthChange[] {
    const live = this.parts.linkOf(link);
    if (!live) return [];
    const [day, month] = [this.parts.dayOf(hour), monthOf(hour * HOUR)];
    return (Object.entries(more) as [Class, number][]).map(([is, count]) => ({
      member: live.member,
      month,
      cell: cellOfClicks(live, day, is),
      count,
    }));
  }

  /** Replaces the cells of a member's room. `aside`: the part of them that is not published. */
  replaceCells(
    { room, member, month }: { room: string; member: string; month: string },
    cells: ReadonlyMap<string, number>,
    aside: ReadonlyMap<string, number> | null = null,
  ): Promise<void> {
    return this.next(async () => {
      const changes = await this.parts.db.transaction().execute(async (within) => {
        const changed = await replaced(within, { room, member, month }, cells);
        const beside = { room: asideRoom(room), member, month: asideMonth(month) };
        const less = aside ? await replaced(within, beside, aside) : [];
        await this.parts.note(within, [
          ...changed,
          ...less.map((one) => ({ ...one, month, count: -one.count })),
        ]);
        return changed;
      });
      this.take(changes);
    });
  }

  /** Runs while nothing is being counted. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.next(work);
  }

  /** The sums of a month; read from the disk once, unless a row of it is still to be repaired. */
  month(month: string): Promise<MonthSums> {
    return this.next(async () => {
      const known = this.months.get(month);
      if (known) return known;
      const sums = new MonthSums(this.parts.measures);
      for (const room of await this.roomsOf(month))
        for (const one of await cellsIn(this.parts.db, room)) sums.add(one);
      // Sums without a damaged row are not cached, since its repair would not be added to them.
      if (await this.addClicks(month, sums)) this.months.set(month, sums);
      return sums;
    });
  }

  /** Forgets all sums, because rows were deleted elsewhere. */
  forget(): Promise<void> {
    return this.next(async () => this.months.clear());
  }

  private take(changes: readonly MonthChange[]): void {
    for (const change of changes) this.months.get(change.month)?.add(change);
  }

  private async roomsOf(month: string): Promise<string[]> {
    const rows = await this.parts.db
      .selectFrom('tally')
      .select('room')
      .distinct()
      .where('month', '=', month)
      .execute();
    return rows.map(({ room }) => room);
  }

  /** Adds a month's clicks; false if some are still to be repaired. */
  private async addClicks(month: string, sums: MonthSums): Promise<boolean> {
    const first = monthStart(month) / DAY;
    let isWhole = true;
    for (let day = first; monthOf(day * DAY) === month; day += 1)
      if (!(await this.addDay(day, sums)) && this.parts.damaged(day)) isWhole = false;
    return isWhole;
  }

  /** Adds a day's clicks; false if a row could not be read. */
  private async addDay(day: number, sums: MonthSums): Promise<boolean> {
    let isWhole = true;
    for (let last = ''; ; ) {
      const rows = await this.parts.db
        .selectFrom('linkday')
        .select(['link', 'sums'])
        .where('day', '=', day)
        .where('link', '>', last)
        .orderBy('link')
        .limit(TOGETHER)
        .execute();
      for (const { link, sums: row } of rows) {
        const read = readDay(row);
        if (!read) isWhole = false;
        for (const [hour, { counts }] of Object.entries(read ?? {}))
          for (const one of this.cellsOf({ link, hour: Number(hour), more: counts })) sums.add(one);
      }
      if (rows.length < TOGETHER) return isWhole;
      last = rows.at(-1)?.link ?? '';
    }
  }
}

/** Replaces a room's cells; answers with the changes. */
async function replaced(
  within: Transaction<Tables>,
  of: { room: string; member: string; month: string },
  cells: ReadonlyMap<string, number>,
): Promise<MonthChange[]> {
  const before = await cellsIn(within, of.room);
  const rows = [...cells].map(([cell, count]) => ({ ...of, cell, count }));
  await within.deleteFrom('tally').where('room', '=', of.room).execute();
  for (let at = 0; at < rows.length; at += TOGETHER)
    await within
      .insertInto('tally')
      .values(rows.slice(at, at + TOGETHER))
      .execute();
  return [...rows, ...before.map((one) => ({ ...one, month: of.month, count: -one.count }))];
}

async function cellsIn(db: Kysely<Tables>, room: string): Promise<Counted[]> {
  const rows = await db
    .selectFrom('tally')
    .select(['member', 'cell', 'count'])
    .where('room', '=', room)
    .execute();
  return rows.map(({ member, cell, count }) => ({ member, cell, count: Number(count) }));
}
