import { foldMonth, foldRoom } from '../../team/fold.ts';
import { ROOMS } from '../../team/rooms.ts';
import { monthOf, roomNamed } from '../../workspace/room.ts';
import { Gathered } from '../gathered.ts';
import type { Hub } from '../hub.ts';
import { HubRoom, type HubWriting } from './hub-room.ts';

/**
 * Folds the members' rooms into `results/<month>`. A room's cells are kept, so a change costs one room; a month is the
 * sum of its rooms' cells. All of it can be made again from the rooms.
 */
export class Folding {
  private readonly hub: Hub;
  private readonly writing: HubWriting;
  private readonly dirty = new Set<string>();
  private readonly rooms = new Map<string, Promise<HubRoom>>();
  private readonly folding: Gathered;

  private constructor(hub: Hub, writing: HubWriting) {
    this.hub = hub;
    this.writing = writing;
    this.folding = new Gathered(
      () => this.foldDirty(),
      (error) => hub.log('fold-failed', { error }),
    );
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
    for (const { room } of rows)
      if (folding.recent().some((month) => room.endsWith(month))) folding.dirty.add(room);
    await folding.settled();
    return folding;
  }

  /** Notes that a room changed. Any but a member's own is none of ours. */
  changed(room: string): void {
    if (!room.startsWith('member/')) return;
    this.dirty.add(room);
    this.folding.soon();
  }

  /** Folds what changed; answers when it is written. */
  settled(): Promise<void> {
    return this.folding.now();
  }

  private async foldDirty(): Promise<void> {
    const dirty = [...this.dirty];
    this.dirty.clear();
    const months = new Set<string>();
    for (const name of dirty) {
      const room = roomNamed(ROOMS, name);
      if (!room?.month || !room.owner) continue;
      await this.tally(name, room.owner, room.month);
      months.add(room.month);
    }
    for (const month of months) await this.show(month);
  }

  private async tally(room: string, member: string, month: string): Promise<void> {
    const cells = foldRoom(await this.eventsOf(room), month);
    await this.hub.db.transaction().execute(async (within) => {
      await within.deleteFrom('tally').where('room', '=', room).execute();
      const rows = [...cells].map(([cell, count]) => ({ room, member, month, cell, count }));
      for (let at = 0; at < rows.length; at += 500)
        await within
          .insertInto('tally')
          .values(rows.slice(at, at + 500))
          .execute();
    });
  }

  private async eventsOf(room: string): Promise<Record<string, unknown>> {
    const open = this.hub.server.documents.get(room);
    if (open) return open.getMap('events').toJSON();
    const rows = await this.hub.roomLog.read(room);
    const events = rows.getMap('events').toJSON();
    rows.destroy();
    return events;
  }

  /** Writes the results of this month and the last again: who is named, and where people belong, has changed. */
  async again(): Promise<void> {
    await this.settled();
    for (const month of this.recent()) await this.show(month);
  }

  /** This month and the one before. */
  private recent(): string[] {
    const now = this.hub.now();
    return [monthOf(now), monthOf(now - 31 * 86_400_000)];
  }

  /** Writes a month's results as they stand. */
  async show(month: string): Promise<void> {
    const rows = await this.hub.db
      .selectFrom('tally')
      .select(['member', 'cell', 'count'])
      .where('month', '=', month)
      .execute();
    const counted = rows.map(({ member, cell, count }) => ({ member, cell, count: Number(count) }));
    const placed = this.hub.people
      .all()
      .map(({ id, part, region, listed }) => ({ id, group: part, region, listed: Boolean(listed) }));
    const results = foldMonth(counted, placed);
    const room = await this.resultsOf(month);
    await room.hold('days', results.days);
    await room.hold('people', results.people);
    await room.hold('totals', results.totals);
  }

  private resultsOf(month: string): Promise<HubRoom> {
    const name = `results/${month}`;
    const open = this.rooms.get(name) ?? HubRoom.open(name, this.writing);
    this.rooms.set(name, open);
    return open;
  }

  async close(): Promise<void> {
    await this.folding.close();
    for (const room of this.rooms.values()) await (await room).close();
  }
}
