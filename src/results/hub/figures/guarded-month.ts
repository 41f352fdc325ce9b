import type { Kysely } from 'kysely';
import type { Member } from '../../../hub/people/people.ts';
import { random } from '../../../hub/people/secrets.ts';
import type { Tables } from '../../../hub/store/tables.ts';
import { coverOf, type Few } from '../../../team/figures.ts';
import type { Measures } from '../../fold/measures.ts';
import { type Drop, dropOf } from '../../fold/suppression/drop.ts';
import type { Row } from '../../fold/suppression/ledger.ts';
import { type Due, MonthLedger, type Shown } from '../../fold/suppression/month-ledger.ts';
import { closingStep, dueAt } from '../../fold/suppression/schedule.ts';
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
import { packed, type StoredStep, withoutMember } from './packed-step.ts';
import { aliasOf, givesCover, type MonthState } from './settled-month.ts';

/** What guarded months need. */
export interface GuardedParts {
  readonly db: Kysely<Tables>;
  readonly measures: Measures;
  readonly now: () => number;
  readonly members: () => readonly Member[];
  readonly member: (id: string) => Member | undefined;
  /** Days since 1970 of an hour, in the team's time zone. */
  readonly dayOf: (hour: number) => number;
  /** Runs while nothing is being counted, so that all written changes are recorded. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Called if a month's steps could not be read. */
  readonly damaged: (month: string) => void;
}

/** How long publishing a step may block other work, ms. */
const SLICE = 8;

/** One guarded month: its steps on the disk, its ledger in memory. Calls have to be serialised. */
export class GuardedMonth {
  private readonly parts: GuardedParts;
  private current: MonthState;
  private ledger: MonthLedger | null = null;
  private sums: Map<string, Map<string, number>> | null = null;
  /** Rows published since the last `close`. */
  private published = 0;

  constructor(parts: GuardedParts, state: MonthState) {
    this.parts = parts;
    this.current = state;
  }

  get state(): MonthState {
    return this.current;
  }

  /** Changes the state, on the disk first. */
  async change(change: Partial<MonthState>): Promise<void> {
    await putState(this.parts.db, { ...this.current, ...change });
    this.current = { ...this.current, ...change };
  }

  /** Requires sums of so many people from now on. */
  async ask(few: Few): Promise<void> {
    if (few < this.current.few) this.ledger = null;
    await this.change({ few });
    this.ledger?.raise(coverOf(few));
  }

  /** The published figures. */
  async shown(): Promise<Shown> {
    if (this.sums) return this.sums;
    const sums = new Map<string, Map<string, number>>();
    for (const row of await sumsOf(this.parts.db, this.current.month)) addTo(sums, row);
    this.sums = sums;
    return sums;
  }

  /** Closes all steps that are over, in one if the hub was stopped; whether anything was published. */
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
      // Drops that were taken but not published are published from the disk next time.
      this.ledger = null;
      this.sums = null;
      throw error;
    }
  }

  private isDue({ today, rest }: Due, before: number): boolean {
    return rest || today > this.parts.dayOf(before);
  }

  /** Turns recorded increases into this step's drops, with the members' current groups and regions. */
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

  /** A former member's drop has no name and gives no cover. */
  private dropOf(id: string, cell: string, count: number): Drop {
    const member = this.parts.member(id);
    const place = { group: member?.part ?? '', region: member?.region ?? '' };
    return dropOf(member?.removed === null ? id : '', cell, count, place);
  }

  /** Publishes what is due and stores it; other work runs in between. */
  private async publish(ledger: MonthLedger, { step, drops, due }: Omit<StoredStep, 'rows'>): Promise<void> {
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

  /** The ledger, replayed from the steps if it is not in memory. */
  private async opened(): Promise<MonthLedger> {
    if (this.ledger) return this.ledger;
    const { few, isWide } = this.current;
    const ledger = new MonthLedger({
      cover: coverOf(few),
      covers: (id) => givesCover(this.current, id, this.parts.member(id)),
      isWide,
      measures: this.parts.measures,
    });
    for (const { drops, due, rows, step } of await this.steps())
      if (rows) ledger.replay({ drops, due, rows });
      else await this.publish(ledger, { step, drops, due });
    this.ledger = ledger;
    return ledger;
  }

  /** The stored steps. If one cannot be read, the published combinations are unknown, so all events until now are left out. */
  private async steps(): Promise<StoredStep[]> {
    const { month } = this.current;
    const steps = await readSteps(this.parts.db, month);
    const isGone = ({ member }: Drop) => (this.parts.member(member)?.removed ?? null) !== null;
    const gone = steps?.flatMap(({ drops }) => drops.filter(isGone)).map(({ member }) => member);
    // The hub was stopped while a member was leaving.
    for (const member of new Set(gone)) await this.forget(member);
    if (steps) return gone?.length ? this.steps() : steps;
    this.parts.damaged(month);
    await this.parts.inTurn(() => this.cut());
    return [];
  }

  /**
   * Leaves out all events until now, which may have been published in rows that are unknown here. Shown figures stay, and
   * events from now on are published.
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

  /** Removes a leaving member: their unpublished changes, and their name from published drops. */
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

  /** Closes the month: published figures stay, and all that they were made of is deleted. */
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
