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
/** Clicks that may wait to be counted. Above it recording waits: what came is shown within a second or two. */
const MOST_WAITING = 5000;

interface Part {
  readonly clicks: readonly Click[];
  readonly upto: number;
}

/**
 * Counts clicks as they are recorded. What a link's day adds up to stands in a row, written in one transaction with how far
 * the log was read: killed at any point, it goes on from there, and nothing is counted twice, by two processes on one store
 * neither. All of it can be made again from the log.
 */
export class Counting {
  private readonly parts: CountingParts;
  private readonly hours: HourCounters;
  private readonly days: LinkDays;
  private readonly recounting: Recounting;
  private waiting: { batch: number; clicks: readonly Click[] }[] = [];
  private upto = 0;
  /** Whether the log holds what is not in `waiting`. */
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

  /** Counts what was recorded and not counted when the hub stopped; the past too where newer rules came. */
  async start(): Promise<void> {
    await this.recounting.look();
    this.upto = await readCheckpoint(this.parts.db);
    if (this.recounting.isDue) this.counting.soon();
    else await this.settled();
  }

  private readonly unread = (batch: number) => this.parts.log('clicks-set-aside', { batch });

  /** What is summed in memory has more than a damaged row: it is summed anew from rows, as a start would. */
  private readonly damaged = (day: number) => {
    void this.parts.results().sums.forget();
    this.mend(day);
  };

  /** Has a day counted again in which a row was damaged; false where that is lost, its clicks being in the log no more. */
  mend(day: number): boolean {
    if (this.recounting.lost.has(day)) return false;
    this.parts.log('day-set-aside', { day });
    this.recounting.order(day);
    this.counting.soon();
    return true;
  }

  /** Notes clicks that were just recorded as one batch. */
  recorded(clicks: readonly Click[], batch: number): void {
    this.waiting.push({ batch, clicks });
    this.counting.soon();
  }

  /** Waits where so much is noted that what is shown would fall behind; null where it is not. */
  caughtUp(): Promise<void> | null {
    const noted = this.waiting.reduce((sum, { clicks }) => sum + clicks.length, 0);
    return noted > MOST_WAITING ? this.counting.now() : null;
  }

  /** Counts what was noted; answers when it is written. */
  settled(): Promise<void> {
    return this.counting.now();
  }

  /** Counts all again where the team has set its rules otherwise. */
  async rulesChanged(): Promise<void> {
    if (await this.recounting.look()) this.counting.soon();
  }

  /** Counts all that the log holds again; how many days of a link that changed. */
  async again(): Promise<number> {
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

  /** What is to be counted next: what was noted, where it follows on what is counted, else what the log has. */
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
      // What was added and not written is added again from the log; what another wrote is in no sum here.
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
