import { CoalescedJob } from '../../hub/coalesced-job.ts';
import type { HubContext } from '../../hub/context.ts';
import type { HubRoom } from '../../hub/rooms/hub-room.ts';
import { SharedWork } from '../../hub/shared-work.ts';
import { partsOf } from '../../hub/store/room-parts.ts';
import { takeEach } from '../../hub/take-each.ts';
import type { SharedEvent } from '../../team/shared-event.ts';
import { monthBefore, monthOf, type Room, roomName } from '../../workspace/room.ts';
import { wholeOf } from '../../workspace/rooms/parts.ts';
import { cellsOfRoom, type DeclaredEvents } from '../fold/member-cells.ts';
import { type MonthFigures, publishedMonth, ranksIn } from '../fold/published-month.ts';
import type { GroupedMember } from '../fold/small-cell-suppression.ts';
import { resultsRoom, roots } from '../rooms.ts';
import type { GuardedFigures } from './figures/guarded-figures.ts';
import type { MonthAggregates } from './month-aggregates.ts';
import { PartEvents } from './part-events.ts';

/** What the projector needs. */
export interface ProjectorParts {
  readonly hub: HubContext;
  readonly figures: GuardedFigures;
  readonly aggregates: MonthAggregates;
  /** Resolves when all recorded clicks are counted. */
  readonly clicksCounted: () => Promise<void>;
}

/** How long ranks are cached, ms: sorting thousands of members for each request would delay links. */
const RANKS_MS = 5000;

/**
 * Projects the members' rooms into `results/<month>`. A room's cells are stored, so a change costs one room; a month is the
 * sum of its rooms' cells. All of it can be derived again from the rooms.
 */
export class ResultsProjector {
  private readonly hub: HubContext;
  private readonly figures: GuardedFigures;
  private readonly aggregates: MonthAggregates;
  private readonly clicksCounted: () => Promise<void>;
  private readonly parts: PartEvents;
  private readonly dirty = new Set<string>();
  private readonly rooms = new Map<string, Promise<HubRoom>>();
  private ranks: { month: string; at: number; by: ReadonlyMap<string, number> } = {
    month: '',
    at: 0,
    by: new Map(),
  };
  private readonly changedMonths = new Set<string>();
  private readonly folding: CoalescedJob;
  private readonly showing: CoalescedJob;
  private readonly closing: CoalescedJob;
  private readonly foldingAgain = new SharedWork(() => this.foldAll());

  private constructor({ hub, figures, aggregates, clicksCounted }: ProjectorParts) {
    this.hub = hub;
    this.figures = figures;
    this.aggregates = aggregates;
    this.clicksCounted = clicksCounted;
    this.parts = new PartEvents(
      (part) => hub.rooms.values(part, 'events'),
      (part) => hub.rooms.log.lastApplied(part),
    );
    this.folding = new CoalescedJob(
      () => this.foldDirty(),
      (error) => hub.log('fold-failed', { error }),
    );
    this.showing = new CoalescedJob(
      () => this.showChanged(),
      (error) => hub.log('show-failed', { error }),
      { isLight: true },
    );
    this.closing = new CoalescedJob(
      () => this.closeSteps(),
      (error) => hub.log('step-failed', { error }),
    );
  }

  /** Closes steps that are over, if there are any. */
  closeSoon(): void {
    if (this.figures.isDue) void this.closing.now();
  }

  /** Starts with rooms that may have changed before a kill: those of this month and the one before. */
  static async start(parts: ProjectorParts): Promise<ResultsProjector> {
    const projector = new ResultsProjector(parts);
    const rows = await parts.hub.db
      .selectFrom('version')
      .select('room')
      .distinct()
      .where('room', 'like', 'member/%')
      .execute();
    for (const room of rows.map((row) => wholeOf(row.room)))
      if (projector.recent().some((month) => room.endsWith(month))) projector.dirty.add(room);
    await projector.settled();
    return projector;
  }

  /** Marks a room as changed; ignores rooms that are no member's own. */
  changed({ name, declaration }: Room): void {
    if (declaration.kind !== 'member') return;
    this.dirty.add(wholeOf(name));
    this.folding.soon();
  }

  /** Projects and counts all changes, closes steps that are over, and resolves when the results are shown. */
  async settled(): Promise<void> {
    await this.folding.now();
    await this.clicksCounted();
    await this.closing.now();
    await this.showing.now();
  }

  /** Schedules the results of months whose sums have changed. */
  showSoon(months: Iterable<string>): void {
    for (const month of months) this.changedMonths.add(month);
    if (this.changedMonths.size > 0) this.showing.soon();
  }

  private async showChanged(): Promise<void> {
    for (const month of await this.figures.begin()) this.changedMonths.add(month);
    await takeEach(this.changedMonths, (month) => this.show(month));
  }

  private async foldDirty(): Promise<void> {
    const months = new Set<string>();
    const folded = takeEach(this.dirty, async (name) => {
      const room = this.hub.rooms.named(name);
      if (!room?.month || !room.owner) return;
      await this.foldRoom(name, room.owner, room.month);
      months.add(room.month);
    });
    await folded.finally(() => this.showSoon(months));
  }

  /** Tries again what failed, as on a full disk. */
  retrySoon(): void {
    if (this.dirty.size > 0) this.folding.soon();
    if (this.changedMonths.size > 0) this.showing.soon();
  }

  private async foldRoom(room: string, member: string, month: string): Promise<void> {
    const events = await this.eventsOf(room);
    const cut = this.figures.cutOf(month);
    const aside = cut > 0 ? cellsOfRoom(events, month, cut) : null;
    await this.aggregates.replaceCells({ room, member, month }, cellsOfRoom(events, month), aside);
  }

  /**
   * A room's events from all its parts. One that is in two parts was moved on when the first was full; the later one counts.
   */
  private async eventsOf(whole: string): Promise<DeclaredEvents> {
    const events = new Map<string, SharedEvent | null>();
    for (const part of await partsOf(this.hub.db, whole))
      for (const [key, event] of await this.parts.of(part)) events.set(key, event);
    return events;
  }

  /** Rewrites the results of this month and the one before, after a change of names, groups or regions. */
  refresh(): Promise<void> {
    return this.foldingAgain.now();
  }

  private async foldAll(): Promise<void> {
    await this.settled();
    // Forget cached data of erased members.
    this.parts.forget();
    await this.aggregates.forget();
    this.showSoon(this.recent());
    await this.settled();
  }

  /** This month and the one before. */
  private recent(): string[] {
    const month = monthOf(this.hub.now());
    return [month, monthBefore(month)];
  }

  private placed(): GroupedMember[] {
    return this.hub.people.all().map(({ id, part, region, listed, removed }) => ({
      id,
      group: part,
      region,
      listed: Boolean(listed),
      left: removed !== null,
    }));
  }

  private async figuresOf(month: string): Promise<MonthFigures> {
    const { aggregates, figures } = this;
    return {
      sums: await aggregates.month(month),
      placed: this.placed(),
      shown: await figures.shownOf(month),
    };
  }

  /** Writes the current published results of a month. */
  private async show(month: string): Promise<void> {
    const { figures } = this;
    if (figures.isFrozen(month)) return;
    const results = publishedMonth(figures.ruleOf(month), await this.figuresOf(month));
    const room = await this.resultsOf(month);
    for (const { name } of roots) await room.replaceRoot(name, results[name]);
  }

  /** Rewrites all months but those of the earlier rule, to take a name out of all of them. */
  async everyMonth(): Promise<void> {
    const { figures } = this;
    const months = (await this.hub.rooms.all()).flatMap(({ declaration, month }) =>
      declaration.kind === 'results' && month ? [month] : [],
    );
    this.showSoon(months.filter((month) => figures.ruleOf(month).mode !== 'earlier'));
    await this.settled();
  }

  /** Closes the steps of guarded months that are over. */
  private async closeSteps(): Promise<void> {
    const { figures } = this;
    if (!figures.isDue) return;
    // Events until now belong to the step that is over. A step that ends while they are counted waits for the next look.
    const now = this.hub.now();
    await this.folding.now();
    await this.clicksCounted();
    await figures.closeDue(now, (months) => this.showSoon(months));
  }

  /** The rank of a member among those listed by name in a month, at most some seconds old; null if they are not listed. */
  async rankOf(member: string, month: string): Promise<{ rank: number; of: number } | null> {
    const now = this.hub.now();
    if (this.ranks.month !== month || Math.abs(now - this.ranks.at) > RANKS_MS) {
      const by = ranksIn(this.figures.ruleOf(month), await this.figuresOf(month));
      this.ranks = { month, at: now, by };
    }
    const rank = this.ranks.by.get(member);
    return rank === undefined ? null : { rank, of: this.ranks.by.size };
  }

  private resultsOf(month: string): Promise<HubRoom> {
    const name = roomName(resultsRoom, { month });
    // Results can be derived again at any time, so they have no history.
    const known = this.rooms.get(name);
    if (known) return known;
    const opening = this.hub.rooms.open(name, { past: false });
    this.rooms.set(name, opening);
    // One that did not open is opened anew next time.
    opening.catch(() => this.rooms.delete(name));
    return opening;
  }

  async close(): Promise<void> {
    await this.closing.close();
    await this.folding.close();
    await this.showing.close();
  }
}
