import { metaOf } from '../../hub/store/meta.ts';
import type { HourCounter } from '../click/hour-counter.ts';
import { CountedElsewhere, moveCheckpoint, readCheckpoint } from './checkpoint.ts';
import type { CountingParts } from './counting-parts.ts';
import type { HourCounters } from './hour-counters.ts';
import { sumsOf } from './hour-sums.ts';
import { dayOfHour, type HourNow, type LinkDays, putDays } from './link-days.ts';

const NAME = 'rules';
const HOUR = 3_600_000;
/** Hours of links per transaction; clicks are recorded in between. */
const TOGETHER = 2000;

/**
 * Recounts past clicks day by day and updates the rows and sums that differ. Shown figures are consistent at any point, and
 * after a kill it starts over and finds less to change. Days whose clicks may partly be deleted by age stay as they are.
 */
export class Recounting {
  private readonly parts: CountingParts;
  private readonly hours: HourCounters;
  private readonly days: LinkDays;
  private isAllDue = false;
  private readonly dueDays = new Set<number>();
  /** Days whose rows are still damaged after a recount, because their clicks are no longer in the log. */
  readonly lost = new Set<number>();
  /** Rows that the last run changed. */
  changed = 0;

  constructor(parts: CountingParts, hours: HourCounters, days: LinkDays) {
    this.parts = parts;
    this.hours = hours;
    this.days = days;
  }

  private get edition(): string {
    const { version, perNetwork } = this.parts.rules();
    return Number.isFinite(perNetwork) ? `${version}/${perNetwork}` : String(version);
  }

  /** Schedules a full recount if the stored counts are by other or unknown rules. */
  async look(): Promise<boolean> {
    this.isAllDue ||= (await metaOf(this.parts.db, NAME, () => '')) !== this.edition;
    return this.isAllDue;
  }

  get isDue(): boolean {
    return this.isAllDue || this.dueDays.size > 0;
  }

  /** Schedules a recount of everything, or of one day (since 1970, UTC). */
  order(day?: number): void {
    if (day === undefined) this.isAllDue = true;
    else this.dueDays.add(day);
  }

  /** Runs the scheduled recounts; answers with the months that changed. */
  async run(): Promise<ReadonlySet<string>> {
    const [isAll, days, edition] = [this.isAllDue, new Set(this.dueDays), this.edition];
    this.changed = 0;
    this.isAllDue = false;
    this.dueDays.clear();
    try {
      const months = await this.recountAll((day) => days.has(day) || (isAll && this.isWhole(day)));
      if (isAll) await this.note(edition);
      if (edition !== this.edition) this.isAllDue = true;
      for (const day of days) if (!(await this.days.areWhole(day))) this.lost.add(day);
      return months;
    } catch (error) {
      this.isAllDue ||= isAll;
      for (const day of days) this.dueDays.add(day);
      throw error;
    }
  }

  /** Whether all clicks of a day are still stored. Earlier clicks decide about later ones, so a part cannot be recounted. */
  private isWhole(day: number): boolean {
    const keepDays = this.parts.keepDays();
    return day * 24 >= Math.floor(this.parts.now() / HOUR) - keepDays * 24;
  }

  private async recountAll(isDue: (day: number) => boolean): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    this.forget();
    try {
      const days = new Set((await this.parts.clicks.hours()).map(dayOfHour));
      for (const day of [...days].filter(isDue)) {
        for (const month of await this.recountFrom(day)) months.add(month);
        this.days.drop(day);
      }
      return months;
    } finally {
      this.forget();
    }
  }

  /** Clears caches that may be of older rules or differ from the disk. */
  private forget(): void {
    this.hours.clear();
    this.days.clear();
  }

  /** Records the rules of the current counts. */
  private async note(edition: string): Promise<void> {
    await this.parts.db.updateTable('meta').set({ value: edition }).where('name', '=', NAME).execute();
  }

  /** Recounts a day; starts over if another process counts meanwhile. */
  private async recountFrom(day: number): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    for (;;) {
      try {
        const upto = await readCheckpoint(this.parts.db);
        for await (const hours of this.hours.counted(day, upto))
          for (const [hour, links] of hours)
            for (const month of await this.recount(hour, links, upto)) months.add(month);
        return months;
      } catch (error) {
        if (!(error instanceof CountedElsewhere)) throw error;
        this.days.clear();
        await this.parts.results().sums.forget();
      }
    }
  }

  private async recount(
    hour: number,
    links: ReadonlyMap<string, HourCounter>,
    upto: number,
  ): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    const all = [...links].map(([link, running]): HourNow => ({ link, hour, sums: sumsOf(running) }));
    for (let at = 0; at < all.length; at += TOGETHER) {
      const part = all.slice(at, at + TOGETHER);
      const { rows } = await this.days.with(part);
      const others = new Set(rows.map(({ link }) => link));
      if (others.size === 0) continue;
      const differing = part.filter(({ link }) => others.has(link));
      for (const month of await this.write(differing, upto)) months.add(month);
    }
    return months;
  }

  /** Rereads the rows within the writing transaction, since another process may be recounting the same day. */
  private write(hours: readonly HourNow[], upto: number): Promise<ReadonlySet<string>> {
    return this.parts.results().sums.changeClicks(async (within) => {
      this.days.clear();
      const { rows, more } = await this.days.with(hours, within);
      const first = await moveCheckpoint(within, upto, upto, rows.length);
      await putDays(within, rows, first, this.parts.linkOf);
      this.days.keep(rows);
      this.changed += rows.length;
      return more;
    });
  }
}
