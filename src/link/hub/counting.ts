import { CoalescedJob } from '../../hub/coalesced-job.ts';
import type { Click } from '../click/click.ts';
import { CountedElsewhere, moveCheckpoint, readCheckpoint } from './checkpoint.ts';
import type { CountingParts } from './counting-parts.ts';
import { HourCounters } from './hour-counters.ts';
import { sumsOf } from './hour-sums.ts';
import { LinkDays, putDays } from './link-days.ts';
import { Recounting } from './recounting.ts';

const HOUR = 3_600_000;
/** Batches that are counted at a time. */
const READ = 50;
/** Clicks that may wait to be counted; beyond that recording waits, so that clicks show up within a second or two. */
const MOST_WAITING = 5000;

interface Part {
  readonly clicks: readonly Click[];
  readonly upto: number;
}

/**
 * Counts clicks as they are recorded. The row of a link's day is written in one transaction with the checkpoint in the log:
 * after a kill counting continues from there, and nothing is counted twice, not even by two processes on one store. All of it
 * can be derived again from the log.
 */
export class Counting {
  private readonly parts: CountingParts;
  private readonly hours: HourCounters;
  private readonly days: LinkDays;
  private readonly recounting: Recounting;
  private waiting: { batch: number; clicks: readonly Click[] }[] = [];
  private upto = 0;
  /** Whether the log may have uncounted clicks that are not in `waiting`. */
  private isBehind = true;
  private readonly counting: CoalescedJob;

  constructor(parts: CountingParts) {
    this.parts = parts;
    this.hours = new HourCounters(parts.clicks, parts.rules, this.unread);
    this.days = new LinkDays(parts.db, this.damaged);
    this.recounting = new Recounting(parts, this.hours, this.days);
    this.counting = new CoalescedJob(
      () => this.write(),
      (error) => parts.log('count-failed', { error }),
    );
  }

  /** Counts clicks that were recorded but not counted when the hub stopped; recounts all if the rules are newer. */
  async start(): Promise<void> {
    await this.recounting.look();
    this.upto = await readCheckpoint(this.parts.db);
    if (this.recounting.isDue) this.counting.soon();
    else await this.settled();
  }

  private readonly unread = (batch: number) => this.parts.log('clicks-set-aside', { batch });

  /** Memory may be ahead of a damaged row, so the sums are reloaded from rows, as at a start. */
  private readonly damaged = (day: number) => {
    void this.parts.results().sums.forget();
    this.mend(day);
  };

  /** Schedules a recount of a day with a damaged row; false if its clicks are no longer in the log. */
  mend(day: number): boolean {
    if (this.recounting.lost.has(day)) return false;
    this.parts.log('day-set-aside', { day });
    this.recounting.order(day);
    this.counting.soon();
    return true;
  }

  /** Queues the clicks of a recorded batch. */
  recorded(clicks: readonly Click[], batch: number): void {
    this.waiting.push({ batch, clicks });
    this.counting.soon();
  }

  /** A promise to await if counting has fallen behind; else null. */
  caughtUp(): Promise<void> | null {
    const noted = this.waiting.reduce((sum, { clicks }) => sum + clicks.length, 0);
    return noted > MOST_WAITING ? this.counting.now() : null;
  }

  /** Counts all queued clicks; resolves when that is written. */
  settled(): Promise<void> {
    return this.counting.now();
  }

  /** Recounts all clicks if the team has changed its rules. */
  async rulesChanged(): Promise<void> {
    if (await this.recounting.look()) this.counting.soon();
  }

  /** Recounts all clicks in the log; answers how many days of links changed by that. */
  async recount(): Promise<number> {
    this.recounting.order();
    await this.settled();
    return this.recounting.changed;
  }

  private async write(): Promise<void> {
    const months = new Set<string>();
    if (this.recounting.isDue) {
      for (const month of await this.recounting.run()) months.add(month);
      this.upto = await readCheckpoint(this.parts.db);
    }
    for (let part = await this.next(); part; part = await this.next())
      for (const month of await this.counted(part)) months.add(month);
    const hour = Math.floor(this.parts.now() / HOUR);
    this.hours.drop(hour);
    this.days.drop(Math.floor(hour / 24));
    this.parts.results().shown(months);
  }

  /** The next clicks to count: queued ones if they continue from the checkpoint, else from the log. */
  private async next(): Promise<Part | null> {
    this.waiting = this.waiting.filter(({ batch }) => batch > this.upto);
    let run = 0;
    while (run < READ && this.waiting[run]?.batch === this.upto + 1 + run) run += 1;
    if (run > 0) {
      const parts = this.waiting.splice(0, run);
      return { clicks: parts.flatMap(({ clicks }) => clicks), upto: this.upto + run };
    }
    if (!this.isBehind && this.waiting.length === 0) return null;
    const part = await this.parts.clicks.after(this.upto, READ, this.unread);
    this.isBehind = part.upto > this.upto;
    return this.isBehind ? part : null;
  }

  private async counted({ clicks, upto }: Part): Promise<ReadonlySet<string>> {
    try {
      const touched = await this.hours.take(clicks, this.upto);
      const now = touched.map(({ link, hour, running }) => ({ link, hour, sums: sumsOf(running) }));
      const { rows, more } = await this.days.with(now);
      const months = await this.parts.results().sums.changeClicks(async (within) => {
        const first = await moveCheckpoint(within, this.upto, upto, rows.length);
        await putDays(within, rows, first, this.parts.linkOf);
        return more;
      });
      this.days.keep(rows);
      this.upto = upto;
      return months;
    } catch (error) {
      // Discard the sums in memory: unwritten ones are counted again from the log, and another process may have written.
      await this.parts.results().sums.forget();
      this.hours.clear();
      this.days.clear();
      this.isBehind = true;
      this.upto = await readCheckpoint(this.parts.db);
      if (error instanceof CountedElsewhere) return new Set();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.counting.close();
  }
}
