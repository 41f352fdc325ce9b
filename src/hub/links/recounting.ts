import type { Hub } from '../hub.ts';
import { metaOf } from '../store/meta.ts';
import type { CountingParts } from './counting.ts';
import { dayOfHour, type HourNow, type LinkDays, putDays } from './link-days.ts';
import { CountedElsewhere, reach, reached } from './reached.ts';
import type { RunningHours } from './running-hours.ts';
import { sumsOf } from './sums.ts';

const NAME = 'rules';
/** Hours of a link that are written in one transaction: clicks are recorded between two. */
const TOGETHER = 2000;

/**
 * Counts the past again, hour by hour: rows and sums change by what came out differently. At any point what is shown is
 * whole; killed, it begins again and finds less to change. Hours whose clicks were deleted by age stay as they were counted.
 */
export class Recounting {
  private readonly hub: Hub;
  private readonly parts: Pick<CountingParts, 'clicks' | 'rules' | 'linkOf'>;
  private readonly hours: RunningHours;
  private readonly days: LinkDays;
  private isAllDue = false;
  private readonly dueDays = new Set<number>();
  /** Days with rows that stayed damaged when they were counted again: of their clicks some are in the log no more. */
  readonly lost = new Set<number>();
  /** Rows that the last run changed. */
  changed = 0;

  constructor(
    hub: Hub,
    parts: Pick<CountingParts, 'clicks' | 'rules' | 'linkOf'>,
    hours: RunningHours,
    days: LinkDays,
  ) {
    this.hub = hub;
    this.parts = parts;
    this.hours = hours;
    this.days = days;
  }

  private get edition(): string {
    return String(this.parts.rules.version);
  }

  /** Is due where all was counted by other rules than these, or before it was noted by which. */
  async start(): Promise<void> {
    this.isAllDue = (await metaOf(this.hub.db, NAME, () => '')) !== this.edition;
    // What was counted then stood among the cells of members' rooms.
    await this.hub.db.deleteFrom('tally').where('room', 'like', 'clicks/%').execute();
  }

  get isDue(): boolean {
    return this.isAllDue || this.dueDays.size > 0;
  }

  /** Has all counted again, or one day (since 1970, UTC). */
  order(day?: number): void {
    if (day === undefined) this.isAllDue = true;
    else this.dueDays.add(day);
  }

  /** Counts again what was ordered; the months in which that changed something. */
  async run(): Promise<ReadonlySet<string>> {
    const [isAll, days] = [this.isAllDue, new Set(this.dueDays)];
    this.changed = 0;
    this.isAllDue = false;
    this.dueDays.clear();
    try {
      const months = await this.recountAll((hour) => isAll || days.has(dayOfHour(hour)));
      if (isAll) await this.note();
      for (const day of days) if (!(await this.days.areWhole(day))) this.lost.add(day);
      return months;
    } catch (error) {
      this.isAllDue ||= isAll;
      for (const day of days) this.dueDays.add(day);
      throw error;
    }
  }

  private async recountAll(isDue: (hour: number) => boolean): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    this.forget();
    try {
      for (const hour of (await this.parts.clicks.hours()).filter(isDue)) {
        for (const month of await this.recountFrom(hour)) months.add(month);
        this.days.drop(dayOfHour(hour));
      }
      return months;
    } finally {
      this.forget();
    }
  }

  /** What is in memory may be of rules before, or no more what is on the disk. */
  private forget(): void {
    this.hours.clear();
    this.days.clear();
  }

  /** Notes by which rules all is counted now. */
  private async note(): Promise<void> {
    await this.hub.db.updateTable('meta').set({ value: this.edition }).where('name', '=', NAME).execute();
  }

  /** Where another process counts meanwhile, the hour is counted again up to there. */
  private async recountFrom(hour: number): Promise<ReadonlySet<string>> {
    for (;;) {
      try {
        return await this.recount(hour, await reached(this.hub.db));
      } catch (error) {
        if (!(error instanceof CountedElsewhere)) throw error;
        this.days.clear();
        await this.hub.tally.forget();
      }
    }
  }

  private async recount(hour: number, upto: number): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    const links = await this.hours.counted(hour, upto);
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

  /** Reads the rows again where it writes them: another process may count the same day again. */
  private write(hours: readonly HourNow[], upto: number): Promise<ReadonlySet<string>> {
    return this.hub.tally.changeClicks(async (within) => {
      const writing = await reach(within, upto, upto);
      this.days.clear();
      const { rows, more } = await this.days.with(hours, within);
      await putDays(within, rows, writing, this.parts.linkOf);
      this.days.keep(rows);
      this.changed += rows.length;
      return more;
    });
  }
}
