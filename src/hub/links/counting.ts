import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Click } from '../../click/click.ts';
import { CLASSES, type Class, NEWEST } from '../../click/rules.ts';
import { type Counts, NONE, RunningHour } from '../../click/running.ts';
import { monthOf } from '../../workspace/room.ts';
import { Gathered } from '../gathered.ts';
import type { Hub } from '../hub.ts';
import { metaOf } from '../store/meta.ts';
import type { Tables } from '../store/tables.ts';
import type { ClickLog } from './click-log.ts';
import type { LiveLink } from './links.ts';

const HOUR = 3_600_000;
/** Batches that are read at a time. */
const READ = 200;
const NAME = 'counted';

/** As what a class of clicks stands in the sums, beside `prepared` and `opened`. */
const TYPES: Readonly<Record<Class, string>> = {
  human: 'clicked',
  qr: 'scanned',
  own: 'own',
  duplicate: 'duplicate',
  bot: 'bot',
  preview: 'preview',
  prefetch: 'prefetch',
};

/**
 * Counts clicks as they are recorded. What an hour of a link adds up to stands in a row, and is added to the sums by what
 * it changed, in one transaction with how far the log was read: killed at any point, it goes on from there, and nothing is
 * counted twice. All of it can be made again from the log.
 */
export class Counting {
  private readonly hub: Hub;
  private readonly clicks: ClickLog;
  private readonly linkOf: (id: string) => LiveLink | undefined;
  private readonly shown: (months: ReadonlySet<string>) => Promise<void>;
  private readonly open = new Map<number, Map<string, RunningHour>>();
  private waiting: Click[] = [];
  private upto = 0;
  private readonly counting: Gathered;

  constructor(
    hub: Hub,
    clicks: ClickLog,
    linkOf: (id: string) => LiveLink | undefined,
    shown: (months: ReadonlySet<string>) => Promise<void>,
  ) {
    this.hub = hub;
    this.clicks = clicks;
    this.linkOf = linkOf;
    this.shown = shown;
    this.counting = new Gathered(
      () => this.write(),
      (error) => hub.log('count-failed', { error }),
    );
  }

  /** Counts what was recorded and not counted when the hub stopped. */
  async start(): Promise<void> {
    for (let batch = Number(await metaOf(this.hub.db, NAME, () => '0')); ; ) {
      const { clicks, upto } = await this.clicks.after(batch, READ, this.unread);
      if (upto === batch) break;
      this.waiting.push(...clicks);
      this.upto = batch = upto;
      await this.settled();
    }
  }

  private readonly unread = (batch: number) => this.hub.log('clicks-set-aside', { batch });

  /** Notes clicks that were just recorded, up to a batch. */
  recorded(clicks: readonly Click[], batch: number): void {
    this.waiting.push(...clicks);
    this.upto = batch;
    this.counting.soon();
  }

  /**
   * The links of an hour that clicks come into. All that the log has of it is counted first: the hub may have stopped
   * within it, or its clock been set back into it.
   */
  private async hourOf(hour: number): Promise<Map<string, RunningHour>> {
    const known = this.open.get(hour);
    if (known) return known;
    const links = new Map<string, RunningHour>();
    for (const click of await this.clicks.ofHour(hour, this.unread)) add(links, click);
    this.open.set(hour, links);
    return links;
  }

  /** Counts clicks; the links and hours in which that changed something. */
  private async taken(clicks: readonly Click[]): Promise<Changed[]> {
    const changed = new Map<string, Changed>();
    for (const click of clicks) {
      const links = await this.hourOf(click.hour);
      const running = add(links, click);
      changed.set(`${click.link}|${click.hour}`, { link: click.link, hour: click.hour, running });
    }
    return [...changed.values()];
  }

  /** Counts what was noted; answers when it is written. */
  settled(): Promise<void> {
    return this.counting.now();
  }

  private async write(): Promise<void> {
    if (this.waiting.length === 0) return;
    const [clicks, upto] = [this.waiting, this.upto];
    this.waiting = [];
    try {
      const hours = await this.taken(clicks);
      const months = await this.hub.db
        .transaction()
        .execute((within) => this.writeHours(within, hours, upto));
      this.drop();
      await this.shown(months);
    } catch (error) {
      // Counted again they change nothing: what an hour adds up to is written, not what came.
      this.waiting = [...clicks, ...this.waiting];
      throw error;
    }
  }

  private async writeHours(within: Transaction<Tables>, hours: readonly Changed[], upto: number) {
    const months = new Set<string>();
    for (const { link, hour, running } of hours) {
      const live = this.linkOf(link);
      if (!live) continue;
      const row = { link, hour, member: live.member, counts: JSON.stringify(running.counts) };
      const before = await within
        .selectFrom('hourly')
        .select('counts')
        .where('link', '=', link)
        .where('hour', '=', hour)
        .executeTakeFirst();
      await within
        .insertInto('hourly')
        .values(row)
        .onConflict((conflict) => conflict.columns(['link', 'hour']).doUpdateSet({ counts: row.counts }))
        .execute();
      const was = before ? countsIn(before.counts) : NONE;
      // A damaged row says not what was added for it: added again it would be counted twice.
      if (was) await addTo(within, live, hour, was, running.counts);
      else this.hub.log('hour-set-aside', { hour });
      months.add(monthOf(hour * HOUR));
    }
    await within
      .updateTable('meta')
      .set({ value: String(upto) })
      .where('name', '=', NAME)
      .execute();
    return months;
  }

  /** Lets go of hours that are over. */
  private drop(): void {
    const now = Math.floor(this.hub.now() / HOUR);
    for (const hour of this.open.keys()) if (hour < now) this.open.delete(hour);
  }

  close(): Promise<void> {
    return this.counting.close();
  }
}

const Kept: z.ZodMiniType<Counts> = z.record(z.enum(CLASSES), z.int());

function countsIn(row: string): Counts | null {
  try {
    return Kept.parse(JSON.parse(row));
  } catch {
    return null;
  }
}

/** A link's hour in which clicks were counted. */
interface Changed {
  readonly link: string;
  readonly hour: number;
  readonly running: RunningHour;
}

function add(links: Map<string, RunningHour>, click: Click): RunningHour {
  const running = links.get(click.link) ?? new RunningHour(NEWEST);
  links.set(click.link, running);
  running.add(click);
  return running;
}

/** Adds to a member's sums what an hour has more than it had. */
async function addTo(
  within: Transaction<Tables>,
  { member, link }: LiveLink,
  hour: number,
  before: Counts,
  after: Counts,
): Promise<void> {
  const month = monthOf(hour * HOUR);
  for (const [name, type] of Object.entries(TYPES) as [Class, string][]) {
    const more = after[name] - before[name];
    if (more === 0) continue;
    const parts = [Math.floor(hour / 24), type, link.channel, link.site, link.campaign];
    const cell = parts.map((part) => String(part).replaceAll('|', ' ')).join('|');
    const row = { room: `clicks/${member}/${month}`, member, month, cell, count: more };
    await within
      .insertInto('tally')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['room', 'cell']).doUpdateSet((sum) => ({ count: sum('tally.count', '+', more) })),
      )
      .execute();
  }
}
