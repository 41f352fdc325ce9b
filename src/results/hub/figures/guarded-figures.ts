import type { Kysely, Transaction } from 'kysely';
import type { Counted } from '../../../activity/cell.ts';
import { type Act, type Answer, DONE, isDone } from '../../../hub/people/authorised-transaction.ts';
import type { Tables } from '../../../hub/store/tables.ts';
import type { FiguresChoice, TeamFigures } from '../../../team/figures.ts';
import { monthBefore, monthOf } from '../../../workspace/room.ts';
import { SerialQueue } from '../../../workspace/serial-queue.ts';
import type { MonthRule } from '../../fold/published-month.ts';
import type { Shown } from '../../fold/suppression/month-ledger.ts';
import { closingStep, stepAt } from '../../fold/suppression/schedule.ts';
import { chosen, comingAfter, type Decision, decided, decisionIn, decisionsIn } from './decisions.ts';
import { GuardedMonth, type GuardedParts } from './guarded-month.ts';
import { settle, stateIn } from './settled-month.ts';

const NAME = 'figures';
/** The epoch of the store that the months belong to; another epoch means that the store was restored. */
const EPOCH = 'figuresEpoch';
/** Delay before another try to close a month, ms. */
const REST = 60_000;
/** Rows of one statement. */
const TOGETHER = 200;

/** A change of a cell in a month. */
export type MonthChange = Counted & { readonly month: string };

export interface FiguresParts extends GuardedParts {
  readonly epoch: string;
}

/** How a team's figures are published, month by month, and the months that are guarded. */
export class GuardedFigures {
  private readonly parts: FiguresParts;
  private readonly months = new Map<string, GuardedMonth>();
  private decisions: readonly Decision[] = [];
  private readonly turns = new SerialQueue();
  private restsUntil = 0;

  private constructor(parts: FiguresParts) {
    this.parts = parts;
  }

  static async open(parts: FiguresParts): Promise<GuardedFigures> {
    const figures = new GuardedFigures(parts);
    const row = await metaIn(parts.db, NAME);
    figures.decisions = decisionsIn(row, figures.month);
    if (row === undefined) await putMeta(parts.db, NAME, JSON.stringify(figures.decisions));
    for (const one of await parts.db.selectFrom('figuremonth').selectAll().execute()) {
      const { isDamaged, ...state } = stateIn(one);
      if (isDamaged) parts.damaged(one.month);
      figures.months.set(one.month, new GuardedMonth(parts, state));
    }
    const epoch = await metaIn(parts.db, EPOCH);
    if (epoch !== undefined && epoch !== parts.epoch) await figures.restored();
    if (epoch !== parts.epoch) await putMeta(parts.db, EPOCH, parts.epoch);
    return figures;
  }

  /** The backup lacks rows that were published after it, so all events until now are left out of further sums. */
  private async restored(): Promise<void> {
    await this.settleMonths();
    for (const month of this.months.values()) if (!month.state.closed) await month.cut();
  }

  private get month(): string {
    return monthOf(this.parts.now());
  }

  /** Serialised, so that nobody leaves while a step is being published. */
  private next<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.turns.run(work);
  }

  /** The newest decision as everybody sees it; undefined for the earlier rule. */
  get newest(): TeamFigures | undefined {
    const last = this.decisions.at(-1);
    return (last && chosen(last)) ?? undefined;
  }

  /** The decision in effect, null for the earlier rule; and the next one, if any. */
  get standing(): { now: TeamFigures | null; next: TeamFigures | null } {
    const { month } = this;
    return { now: chosen(decisionIn(this.decisions, month)), next: comingAfter(this.decisions, month) };
  }

  ruleOf(month: string): MonthRule {
    const { mode, few } = decisionIn(this.decisions, month);
    if (mode !== 'guarded') return mode === 'open' ? { mode, few } : { mode };
    const state = this.months.get(month)?.state;
    return { mode, few: state?.few ?? few, named: new Set(state?.named) };
  }

  /** Whether a month is final: it is of the earlier rule, and another rule is in effect by now. */
  isFrozen(month: string): boolean {
    return this.ruleOf(month).mode === 'earlier' && this.ruleOf(this.month).mode !== 'earlier';
  }

  shownOf(month: string): Promise<Shown> {
    return this.months.get(month)?.shown() ?? Promise.resolve(new Map());
  }

  /** Events of a month up to this moment are left out of it, UTC ms; 0 if none are. */
  cutOf(month: string): number {
    return this.isTracked(month) ? (this.months.get(month)?.state.cut ?? 0) : 0;
  }

  private isTracked(month: string): boolean {
    if (decisionIn(this.decisions, month).mode !== 'guarded') return false;
    const known = this.months.get(month)?.state;
    return known ? !known.closed : stepAt(this.parts.now()) < closingStep(month);
  }

  /** Records changed cells within the transaction that changes them; at the next step they become drops. */
  async note(within: Transaction<Tables>, changes: readonly MonthChange[]): Promise<void> {
    const sums = new Map<string, MonthChange>();
    for (const one of changes) {
      if (!this.isTracked(one.month)) continue;
      const key = `${one.month} ${one.member} ${one.cell}`;
      const count = (sums.get(key)?.count ?? 0) + one.count;
      sums.set(key, { ...one, count });
    }
    const rows = [...sums.values()].flatMap(({ month, member, cell, count }) =>
      count === 0 ? [] : [{ month, member, cell, count }],
    );
    for (let at = 0; at < rows.length; at += TOGETHER)
      await within
        .insertInto('figurechange')
        .values(rows.slice(at, at + TOGETHER))
        .onConflict((conflict) =>
          conflict
            .columns(['month', 'member', 'cell'])
            .doUpdateSet((row) => ({ count: row('figurechange.count', '+', row.ref('excluded.count')) })),
        )
        .execute();
  }

  /**
   * Closes the steps that were over at a moment, UTC ms, up to which all is counted. `show` gets the months whose figures
   * changed, also where another cannot be closed.
   */
  closeDue(now: number, show: (months: ReadonlySet<string>) => void): Promise<void> {
    return this.next(async () => {
      const changed = new Set(await this.settleMonths());
      const step = stepAt(now);
      const failures: unknown[] = [];
      for (const [name, month] of this.months)
        await month.close(step).then(
          (isOther) => isOther && changed.add(name),
          (error: unknown) => failures.push(error),
        );
      show(changed);
      // A failure does not affect the other months; it is retried after a while.
      if (failures.length > 0) {
        this.restsUntil = this.parts.now() + REST;
        throw failures.length === 1
          ? failures[0]
          : new AggregateError(failures, 'months could not be closed');
      }
    });
  }

  /** Whether a step is due to be closed, or a month has begun. */
  get isDue(): boolean {
    const now = this.parts.now();
    if (now < this.restsUntil) return false;
    const step = stepAt(now);
    return this.begins || [...this.months.values()].some(({ state }) => !state.closed && state.step < step);
  }

  /** Whether a month has begun and its state is not fixed yet. */
  private get begins(): boolean {
    return this.isTracked(this.month) && !this.months.has(this.month);
  }

  /** Fixes the state of months that have begun, before anything of them is shown; answers with those. */
  async begin(): Promise<readonly string[]> {
    return this.begins ? this.next(() => this.settleMonths()) : [];
  }

  /** Fixes the state of months that have begun; answers with those. */
  private async settleMonths(): Promise<string[]> {
    const now = this.parts.now();
    const step = stepAt(now);
    const begun = new Set([monthBefore(this.month), this.month]);
    const fresh = [...begun].filter((month) => this.isTracked(month) && !this.months.has(month));
    for (const month of fresh) {
      const { few } = decisionIn(this.decisions, month);
      const state = settle(month, this.parts.members(), { few, step });
      const settled = new GuardedMonth(this.parts, state);
      await settled.change({});
      this.months.set(month, settled);
    }
    return fresh;
  }

  /** Decides how figures are published, if the sender still may. */
  decide(choice: FiguresChoice, act: Act): Promise<Answer> {
    return this.next(async () => {
      const { month } = this;
      const isAlone = this.parts.members().length <= 1;
      const before = decisionIn(this.decisions, month);
      const decisions = decided(this.decisions, choice, { month, isAlone });
      const answer = await act(async (within) => {
        await putMeta(within, NAME, JSON.stringify(decisions));
        return DONE;
      });
      if (!isDone(answer)) return answer;
      this.decisions = decisions;
      const now = decisionIn(decisions, month);
      if (now.mode === 'guarded' && now !== before) await this.guard(now.few, before.mode === 'guarded');
      return answer;
    });
  }

  /** Makes the current month stricter; one that was open until now leaves out what was visible in it. */
  private async guard(few: FiguresChoice['few'], wasGuarded: boolean): Promise<void> {
    await this.settleMonths();
    const month = this.months.get(this.month);
    await month?.ask(few);
    if (!wasGuarded) await month?.cut();
  }

  /** Takes a member's name out of all months, where it then gives no cover either; answers with the months that had it. */
  withdraw(member: string): Promise<ReadonlySet<string>> {
    return this.next(async () => {
      const changed = new Set<string>();
      for (const [name, month] of this.months) {
        const { named, waiting, withdrawn } = month.state;
        if (!named.includes(member) && !waiting.includes(member)) continue;
        const isOther = (one: string) => one !== member;
        await month.change({
          named: named.filter(isOther),
          waiting: waiting.filter(isOther),
          withdrawn: named.includes(member) ? [...withdrawn, member] : withdrawn,
        });
        changed.add(name);
      }
      return changed;
    });
  }

  /** Removes a former member. Call after `withdraw`. */
  forget(member: string): Promise<void> {
    return this.next(async () => {
      for (const month of this.months.values())
        if (!month.state.closed) await this.parts.inTurn(() => month.forget(member));
    });
  }

  /** Whether a listed member is shown by name in this month, or why not yet. */
  nameOf(member: { id: string; listed: number }): 'no' | 'yes' | 'next' | 'cover' {
    if (!member.listed) return 'no';
    const state = this.months.get(this.month)?.state;
    if (this.ruleOf(this.month).mode !== 'guarded' || state?.named.includes(member.id)) return 'yes';
    return state?.waiting.includes(member.id) ? 'cover' : 'next';
  }

  /** Resolves when all calls so far are done. */
  settled(): Promise<void> {
    return this.turns.idle();
  }
}

async function metaIn(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

async function putMeta(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
