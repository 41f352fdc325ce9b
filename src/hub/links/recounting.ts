import type { Hub } from '../hub.ts';
import { metaOf } from '../store/meta.ts';
import type { CountingParts } from './counting.ts';
import { dayOfHour, type HourNow, type LinkDays, putDays } from './link-days.ts';
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
  isDue = false;
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
    this.isDue = (await metaOf(this.hub.db, NAME, () => '')) !== this.edition;
    // What was counted then stood among the cells of members' rooms.
    await this.hub.db.deleteFrom('tally').where('room', 'like', 'clicks/%').execute();
  }

  order(): void {
    this.isDue = true;
  }

  /** Counts again what is counted up to a batch; the months in which that changed something. */
  async run(upto: number): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    this.changed = 0;
    // What is in memory may be of rules before, or no more what is on the disk.
    this.days.clear();
    for (const hour of await this.parts.clicks.hours()) {
      for (const month of await this.recount(hour, upto)) months.add(month);
      this.days.drop(dayOfHour(hour));
    }
    this.hours.clear();
    this.days.clear();
    await this.hub.db.updateTable('meta').set({ value: this.edition }).where('name', '=', NAME).execute();
    this.isDue = false;
    return months;
  }

  private async recount(hour: number, upto: number): Promise<ReadonlySet<string>> {
    const months = new Set<string>();
    const links = await this.hours.counted(hour, upto);
    const all = [...links].map(([link, running]): HourNow => ({ link, hour, sums: sumsOf(running) }));
    for (let at = 0; at < all.length; at += TOGETHER) {
      const { rows, more } = await this.days.with(all.slice(at, at + TOGETHER));
      if (rows.length === 0) continue;
      const changed = await this.hub.tally.changeClicks(more, (within) =>
        putDays(within, rows, upto, this.parts.linkOf),
      );
      this.days.keep(rows);
      this.changed += rows.length;
      for (const month of changed) months.add(month);
    }
    return months;
  }
}
