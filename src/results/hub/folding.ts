import { CoalescedJob } from '../../hub/coalesced-job.ts';
import type { Hub } from '../../hub/hub.ts';
import { HubRoom, type HubWriting } from '../../hub/rooms/hub-room.ts';
import { SharedWork } from '../../hub/shared-work.ts';
import { partsOf } from '../../hub/store/room-parts.ts';
import { ROOMS } from '../../rooms.ts';
import type { SharedEvent } from '../../team/shared-event.ts';
import { monthBefore, monthOf, roomNamed } from '../../workspace/room.ts';
import { wholeOf } from '../../workspace/rooms/parts.ts';
import { type MonthFigures, publishedMonth, ranksIn } from '../fold/published.ts';
import { type DeclaredEvents, foldRoom } from '../fold/room.ts';
import type { Placed } from '../fold/told.ts';
import { PartEvents } from './part-events.ts';

const ROOTS = ['days', 'people', 'totals', 'materials', 'channels', 'month'] as const;
/** How often the clock is looked at for steps that are over, ms. */
const LOOK = 1000;

/** How long ranks hold, ms: to put thousands in order for each who asks would take the hub's time from links. */
const RANKS_MS = 5000;

/**
 * Folds the members' rooms into `results/<month>`. A room's cells are kept, so a change costs one room; a month is the
 * sum of its rooms' cells. All of it can be made again from the rooms.
 */
export class Folding {
  private readonly hub: Hub;
  private readonly writing: HubWriting;
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
  private clock: NodeJS.Timeout | null = null;

  private constructor(hub: Hub, writing: HubWriting) {
    this.hub = hub;
    this.writing = writing;
    this.parts = new PartEvents(
      (part) => this.eventsIn(part),
      (part) => hub.roomLog.lastApplied(part),
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

  /** Closes steps by the clock from now on. */
  keepSteps(): void {
    this.clock = setInterval(() => this.hub.figures.isDue && void this.closing.now(), LOOK);
    this.clock.unref();
  }

  /** Starts with what may have changed before a kill: the rooms of this month and the one before. */
  static async start(hub: Hub, writing: HubWriting): Promise<Folding> {
    const folding = new Folding(hub, writing);
    const rows = await hub.db
      .selectFrom('version')
      .select('room')
      .distinct()
      .where('room', 'like', 'member/%')
      .execute();
    for (const room of rows.map((row) => wholeOf(row.room)))
      if (folding.recent().some((month) => room.endsWith(month))) folding.dirty.add(room);
    await folding.settled();
    return folding;
  }

  /** Notes that a room changed. Any but a member's own is none of ours. */
  changed(room: string): void {
    if (!room.startsWith('member/')) return;
    this.dirty.add(wholeOf(room));
    this.folding.soon();
  }

  /** Folds and counts what changed, and closes the steps that are over; answers when it is shown. */
  async settled(): Promise<void> {
    await this.folding.now();
    await this.hub.links.counted();
    await this.closing.now();
    await this.showing.now();
  }

  /** Has months shown again in a moment: something else that they add up to has changed. */
  showSoon(months: Iterable<string>): void {
    for (const month of months) this.changedMonths.add(month);
    if (this.changedMonths.size > 0) this.showing.soon();
  }

  private async showChanged(): Promise<void> {
    const months = [...this.changedMonths];
    this.changedMonths.clear();
    for (const month of months) await this.show(month);
  }

  private async foldDirty(): Promise<void> {
    const dirty = [...this.dirty];
    this.dirty.clear();
    const months = new Set<string>();
    for (const name of dirty) {
      const room = roomNamed(ROOMS, name);
      if (!room?.month || !room.owner) continue;
      await this.foldRoom(name, room.owner, room.month);
      months.add(room.month);
    }
    this.showSoon(months);
  }

  private async foldRoom(room: string, member: string, month: string): Promise<void> {
    const events = await this.eventsOf(room);
    const cut = this.hub.figures.cutOf(month);
    const aside = cut > 0 ? foldRoom(events, month, cut) : null;
    await this.hub.tally.hold({ room, member, month }, foldRoom(events, month), aside);
  }

  /** A room's events, of all its parts: one that stands in two was moved on where the first was full. */
  private async eventsOf(whole: string): Promise<DeclaredEvents> {
    const events = new Map<string, SharedEvent | null>();
    for (const part of await partsOf(this.hub.db, whole))
      for (const [key, event] of await this.parts.of(part)) events.set(key, event);
    return events;
  }

  private async eventsIn(part: string): Promise<Record<string, unknown>> {
    const open = this.hub.server.documents.get(part);
    if (open) return open.getMap('events').toJSON();
    const rows = await this.hub.roomLog.read(part);
    const events = rows.getMap('events').toJSON();
    rows.destroy();
    return events;
  }

  /** Writes the results of this month and the last again: who is named, and where people belong, has changed. */
  again(): Promise<void> {
    return this.foldingAgain.now();
  }

  private async foldAll(): Promise<void> {
    await this.settled();
    // Nothing of who was erased is remembered.
    this.parts.forget();
    await this.hub.tally.forget();
    this.showSoon(this.recent());
    await this.settled();
  }

  /** This month and the one before. */
  private recent(): string[] {
    const month = monthOf(this.hub.now());
    return [month, monthBefore(month)];
  }

  private placed(): Placed[] {
    return this.hub.people.all().map(({ id, part, region, listed, removed }) => ({
      id,
      group: part,
      region,
      listed: Boolean(listed),
      left: removed !== null,
    }));
  }

  private async figuresOf(month: string): Promise<MonthFigures> {
    const { tally, figures } = this.hub;
    return { sums: await tally.month(month), placed: this.placed(), shown: await figures.shownOf(month) };
  }

  /** Writes what is published of a month as it stands. */
  private async show(month: string): Promise<void> {
    const { figures } = this.hub;
    if (figures.isFrozen(month)) return;
    const results = publishedMonth(figures.ruleOf(month), await this.figuresOf(month));
    const room = await this.resultsOf(month);
    for (const root of ROOTS) await room.replaceRoot(root, results[root]);
  }

  /** Writes every month again that is not left as it was: a name is taken out of all of them. */
  async everyMonth(): Promise<void> {
    const { db, figures } = this.hub;
    const rows = await db
      .selectFrom('log')
      .select('room')
      .union(db.selectFrom('snapshot').select('room'))
      .execute();
    const months = rows.flatMap(({ room }) => {
      const named = roomNamed(ROOMS, room);
      return named?.declaration.kind === 'results' && named.month ? [named.month] : [];
    });
    this.showSoon(months.filter((month) => figures.ruleOf(month).mode !== 'earlier'));
    await this.settled();
  }

  /** Closes the steps of guarded months that are over: what is published moves with the clock. */
  private async closeSteps(): Promise<void> {
    const { figures } = this.hub;
    if (!figures.isDue) return;
    // What was done before is of the step that is over.
    await this.folding.now();
    await this.hub.links.counted();
    this.showSoon(await figures.closeDue());
  }

  /** Where a member stands among those who appear by name in a month, as of some seconds ago; null for who does not. */
  async rankOf(member: string, month: string): Promise<{ rank: number; of: number } | null> {
    const now = this.hub.now();
    if (this.ranks.month !== month || Math.abs(now - this.ranks.at) > RANKS_MS) {
      const by = ranksIn(this.hub.figures.ruleOf(month), await this.figuresOf(month));
      this.ranks = { month, at: now, by };
    }
    const rank = this.ranks.by.get(member);
    return rank === undefined ? null : { rank, of: this.ranks.by.size };
  }

  private resultsOf(month: string): Promise<HubRoom> {
    const name = `results/${month}`;
    // Made again from the log whenever it is asked for: no past of it is kept.
    const open = this.rooms.get(name) ?? HubRoom.open(name, this.writing, { past: false });
    this.rooms.set(name, open);
    return open;
  }

  async close(): Promise<void> {
    if (this.clock) clearInterval(this.clock);
    await this.closing.close();
    await this.folding.close();
    await this.showing.close();
    for (const room of this.rooms.values()) await (await room).close();
  }
}
