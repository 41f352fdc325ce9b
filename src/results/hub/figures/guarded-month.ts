import type { Kysely } from 'kysely';
import type { Member } from '../../../hub/people/people.ts';
import { random } from '../../../hub/people/secrets.ts';
import type { Tables } from '../../../hub/store/tables.ts';
import { coverOf, type Few } from '../../../team/figures.ts';
import { type Drop, dropOf } from '../../fold/suppression/drop.ts';
import { closingStep, dueAt } from '../../fold/suppression/due.ts';
import type { Row } from '../../fold/suppression/ledger.ts';
import { type Due, MonthLedger, type Shown } from '../../fold/suppression/month-ledger.ts';
import {
  addSums,
  changesOf,
  dropSource,
  putAside,
  putState,
  readSteps,
  sumsOf,
  updateStep,
} from './month-store.ts';
import { type KeptStep, packed, withoutMember } from './packed-step.ts';
import { aliasOf, givesCover, type MonthState } from './settled-month.ts';

/** What guarded months take from around them. */
export interface GuardedParts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly members: () => readonly Member[];
  readonly member: (id: string) => Member | undefined;
  /** Days since 1970 of an hour, where the team is. */
  readonly dayOf: (hour: number) => number;
  /** Runs while nothing is counted: what was written is noted, and nothing else comes between. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Notes that a month's steps could not be read. */
  readonly damaged: (month: string) => void;
}

/** How long the offers of a step may hold up everything else, ms. */
const SLICE = 8;

/** One guarded month: its steps on the disk, its ledger in memory. One call after the other. */
export class GuardedMonth {
  private readonly parts: GuardedParts;
  private current: MonthState;
  private ledger: MonthLedger | null = null;
  private sums: Map<string, Map<string, number>> | null = null;
  /** Rows since somebody was told. */
  private published = 0;

  constructor(parts: GuardedParts, state: MonthState) {
    this.parts = parts;
    this.current = state;
  }

  get state(): MonthState {
    return this.current;
  }

  /** Changes what holds, on the disk first. */
  async change(change: Partial<MonthState>): Promise<void> {
    await putState(this.parts.db, { ...this.current, ...change });
    this.current = { ...this.current, ...change };
  }

  /** Asks for sums of so many people from now on. */
  async ask(few: Few): Promise<void> {
    if (few < this.current.few) this.ledger = null;
    await this.change({ few });
    this.ledger?.raise(coverOf(few));
  }

  /** What its figures show. */
  async shown(): Promise<Shown> {
    if (this.sums) return this.sums;
    const sums = new Map<string, Map<string, number>>();
    for (const row of await sumsOf(this.parts.db, this.current.month)) addTo(sums, row);
    this.sums = sums;
    return sums;
  }

  /** Closes the steps that are over: all at once where the hub was away. Whether something was published by it. */
  async close(step: number): Promise<boolean> {
    const { month, step: before, closed } = this.current;
    if (closed || step <= before) return false;
    const last = Math.min(step, closingStep(month));
    try {
      const ledger = await this.opened();
      const due = dueAt(month, before, last, this.parts.dayOf);
      const drops = await this.parts.inTurn(() => this.takeDrops(last, due));
      const isQuiet = drops.length === 0 && !this.isDue(due, before);
      if (!isQuiet) await this.publish(ledger, { step: last, drops, due });
      if (last === closingStep(month)) await this.end();
      const rows = this.published;
      this.published = 0;
      return rows > 0;
    } catch (error) {
      // What was taken and not written is published from the disk.
      this.ledger = null;
      this.sums = null;
      throw error;
    }
  }

  private isDue({ today, rest }: Due, before: number): boolean {
    return rest || today > this.parts.dayOf(before);
  }

  /** Makes drops of what there is more of: from now on they are of this step, by where people belong now. */
  private async takeDrops(step: number, due: Due): Promise<Drop[]> {
    const { month, step: before } = this.current;
    const drops = await this.parts.db.transaction().execute(async (within) => {
      const rows = await changesOf(within, month);
      const some = rows.map(({ member, cell, count }) => this.dropOf(member, cell, Number(count)));
      if (some.length > 0 || this.isDue(due, before))
        await within
          .insertInto('figurestep')
          .values({ month, step, packed: packed({ drops: some, due, rows: null }) })
          .execute();
      await within.deleteFrom('figurechange').where('month', '=', month).where('count', '>=', 0).execute();
      await putState(within, { ...this.current, step });
      return some;
    });
    this.current = { ...this.current, step };
    return drops;
  }

  /** Who left has no name in it, and gives no cover. */
  private dropOf(id: string, cell: string, count: number): Drop {
    const member = this.parts.member(id);
    const place = { group: member?.part ?? '', region: member?.region ?? '' };
    return dropOf(member?.removed === null ? id : '', cell, count, place);
  }

  /** Offers what is due, and writes what was let through; other work goes on between two offers. */
  private async publish(ledger: MonthLedger, { step, drops, due }: Omit<KeptStep, 'rows'>): Promise<void> {
    const rows: Row[] = [];
    let since = performance.now();
    for (const row of ledger.stepping(drops, due)) {
      if (row) rows.push(row);
      if (performance.now() - since < SLICE) continue;
      await new Promise((turn) => setImmediate(turn));
      since = performance.now();
    }
    const { month } = this.current;
    await this.parts.db.transaction().execute(async (within) => {
      await updateStep(within, month, { step, drops, due, rows });
      await addSums(within, month, rows);
    });
    if (this.sums) for (const row of rows) addTo(this.sums, row);
    this.published += rows.length;
  }

  /** Its ledger, made again from its steps where it is not in memory. */
  private async opened(): Promise<MonthLedger> {
    if (this.ledger) return this.ledger;
    const { few, isWide } = this.current;
    const ledger = new MonthLedger({
      cover: coverOf(few),
      covers: (id) => givesCover(this.current, id, this.parts.member(id)),
      isWide,
    });
    for (const { drops, due, rows, step } of await this.steps())
      if (rows) ledger.replay({ drops, due, rows });
      else await this.publish(ledger, { step, drops, due });
    this.ledger = ledger;
    return ledger;
  }

  /** Where a step cannot be read, nobody knows any more what goes together: what was done until now is left out. */
  private async steps(): Promise<KeptStep[]> {
    const { month } = this.current;
    const steps = await readSteps(this.parts.db, month);
    const isGone = ({ member }: Drop) => (this.parts.member(member)?.removed ?? null) !== null;
    const gone = steps?.flatMap(({ drops }) => drops.filter(isGone)).map(({ member }) => member);
    // The hub stopped while somebody left.
    for (const member of new Set(gone)) await this.forget(member);
    if (steps) return gone?.length ? this.steps() : steps;
    this.parts.damaged(month);
    await this.parts.inTurn(() => this.cut());
    return [];
  }

  /**
   * Leaves out all that was done until now: it may have been published in rows that are not known here. What is shown
   * stays; what is done from now on is published.
   */
  async cut(): Promise<void> {
    const { month } = this.current;
    const cut = this.parts.now();
    this.ledger = null;
    await this.parts.db.transaction().execute(async (within) => {
      await dropSource(within, month);
      await putAside(within, month);
      await putState(within, { ...this.current, cut });
    });
    this.current = { ...this.current, cut };
  }

  /** Takes out who leaves: what is in no sum yet, and their name from what is. */
  async forget(member: string): Promise<void> {
    const { month } = this.current;
    const { db } = this.parts;
    await db.deleteFrom('figurechange').where('month', '=', month).where('member', '=', member).execute();
    const steps = await readSteps(db, month);
    if (!steps?.some(({ drops }) => drops.some((one) => one.member === member))) return;
    const covered = givesCover(this.current, member, this.parts.member(member));
    const without = withoutMember(steps, member, aliasOf(covered, random(12)));
    await db.transaction().execute(async (within) => {
      for (const step of without) await updateStep(within, month, step);
    });
    this.ledger?.forget(member);
  }

  /** What was published stays; of what it was made of nothing does. */
  private async end(): Promise<void> {
    await this.parts.db.transaction().execute(async (within) => {
      await dropSource(within, this.current.month);
      await putState(within, { ...this.current, closed: true });
    });
    this.current = { ...this.current, closed: true };
    this.ledger = null;
  }
}

function addTo(sums: Map<string, Map<string, number>>, { figure, type, value }: Row): void {
  const by = sums.get(figure) ?? new Map<string, number>();
  sums.set(figure, by.set(type, (by.get(type) ?? 0) + value));
}
