import type { Kysely, Transaction } from 'kysely';
import { cellOf } from '../../activity/cell.ts';
import type { Tables } from '../../hub/store/tables.ts';
import type { Class } from '../click/rules.ts';
import { CLICK_TYPES } from '../click-types.ts';
import { type DaySums, differences, type HourSums, isSame, readDay } from './hour-sums.ts';
import type { LiveLink } from './links.ts';

/** Rows of one statement. */
const TOGETHER = 400;

/** The row of a link's day (UTC). */
export interface LinkDayRow {
  readonly link: string;
  readonly day: number;
  readonly sums: DaySums;
}

/** A link's hour and its current sums. */
export interface HourNow {
  readonly link: string;
  readonly hour: number;
  readonly sums: HourSums;
}

/** The change of a link's hour against its row, by class. */
export interface HourMore {
  readonly link: string;
  readonly hour: number;
  readonly more: Partial<Record<Class, number>>;
}

export const dayOfHour = (hour: number): number => Math.floor(hour / 24);

/** The cell of a class of clicks on a link, on a day of the team. */
export const cellOfClicks = ({ link }: LiveLink, day: number, is: Class): string =>
  cellOf({ ...link, day, type: CLICK_TYPES[is] });

/** The sums of links' days, one row each; recent ones cached. */
export class LinkDays {
  private readonly db: Kysely<Tables>;
  private readonly damaged: (day: number) => void;
  private readonly days = new Map<number, Map<string, DaySums>>();
  /** Damaged rows. Another process may mend them, so they are not cached. */
  private readonly unwhole = new Set<string>();

  constructor(db: Kysely<Tables>, damaged: (day: number) => void) {
    this.db = db;
    this.damaged = damaged;
  }

  /** The rows of these hours with their current sums, and what that changes. Writes and caches nothing. */
  async with(
    hours: readonly HourNow[],
    db: Kysely<Tables> = this.db,
  ): Promise<{ rows: LinkDayRow[]; more: HourMore[] }> {
    await this.load(hours, db);
    const rows = new Map<string, LinkDayRow>();
    const more: HourMore[] = [];
    for (const { link, hour, sums } of hours) {
      const day = dayOfHour(hour);
      const before = rows.get(`${link} ${day}`)?.sums ?? this.days.get(day)?.get(link) ?? {};
      if (isSame(before[hour], sums)) continue;
      more.push({ link, hour, more: differences(before[hour], sums) });
      rows.set(`${link} ${day}`, { link, day, sums: { ...before, [hour]: sums } });
    }
    return { rows: [...rows.values()], more };
  }

  /** Caches rows that were written. */
  keep(rows: readonly LinkDayRow[]): void {
    for (const { link, day, sums } of rows) this.days.get(day)?.set(link, sums);
    for (const row of this.unwhole) this.letGo(row);
    this.unwhole.clear();
  }

  private letGo(row: string): void {
    const [link = '', day = ''] = row.split(' ');
    this.days.get(Number(day))?.delete(link);
  }

  private async load(hours: readonly HourNow[], db: Kysely<Tables>): Promise<void> {
    const wanted = new Map<number, Set<string>>();
    for (const { link, hour } of hours) {
      const day = dayOfHour(hour);
      const known = this.days.get(day) ?? new Map();
      this.days.set(day, known);
      if (!known.has(link)) wanted.set(day, (wanted.get(day) ?? new Set()).add(link));
    }
    for (const [day, links] of wanted) await this.read(day, [...links], db);
  }

  private async read(day: number, links: readonly string[], db: Kysely<Tables>): Promise<void> {
    const known = this.days.get(day) ?? new Map();
    for (const link of links) known.set(link, {});
    for (let at = 0; at < links.length; at += TOGETHER) {
      const rows = await db
        .selectFrom('linkday')
        .select(['link', 'sums'])
        .where('day', '=', day)
        .where('link', 'in', links.slice(at, at + TOGETHER))
        .execute();
      for (const { link, sums } of rows) {
        const read = readDay(sums);
        // The other hours of a damaged row come back by recounting the log.
        if (!read) {
          this.unwhole.add(`${link} ${day}`);
          this.damaged(day);
        }
        known.set(link, read ?? {});
      }
    }
  }

  /** Whether every row of a day can be parsed. */
  async areWhole(day: number): Promise<boolean> {
    const rows = await this.db.selectFrom('linkday').select('sums').where('day', '=', day).execute();
    return rows.every(({ sums }) => readDay(sums) !== null);
  }

  /** Drops past days from the cache. */
  drop(before: number): void {
    for (const day of this.days.keys()) if (day < before) this.days.delete(day);
  }

  clear(): void {
    this.days.clear();
    this.unwhole.clear();
  }
}

/** Writes rows, numbered from `first` on. Rows of deleted links are left out. */
export async function putDays(
  within: Transaction<Tables>,
  rows: readonly LinkDayRow[],
  first: number,
  linkOf: (id: string) => LiveLink | undefined,
): Promise<void> {
  const values = rows.flatMap(({ link, day, sums }, n) => {
    const member = linkOf(link)?.member;
    return member ? [{ day, link, member, seq: first + n, sums: JSON.stringify(sums) }] : [];
  });
  for (let at = 0; at < values.length; at += TOGETHER)
    await within
      .insertInto('linkday')
      .values(values.slice(at, at + TOGETHER))
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'link'])
          .doUpdateSet((row) => ({ seq: row.ref('excluded.seq'), sums: row.ref('excluded.sums') })),
      )
      .execute();
}

/** The stored counts of a link's hour; empty if there is no row or it is damaged. */
export async function countsOfHour(
  db: Kysely<Tables>,
  link: string,
  hour: number,
): Promise<Partial<Record<Class, number>>> {
  const row = await db
    .selectFrom('linkday')
    .select('sums')
    .where('day', '=', dayOfHour(hour))
    .where('link', '=', link)
    .executeTakeFirst();
  return (row && readDay(row.sums)?.[hour]?.counts) ?? {};
}
