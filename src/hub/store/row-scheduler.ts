import { FairQueue } from '../fair-queue.ts';

/** A member and the device they wrote with. */
export interface WritingDevice {
  readonly member: string;
  readonly device: number;
}

/** A row that waits for its commit. `weight`: its share of a commit's limit. */
export interface WaitingRow {
  readonly writer: WritingDevice;
  readonly room: string;
  readonly weight: number;
}

/** The limits of a commit. A row that weighs more than the limit gets a commit of its own. */
export interface Batch {
  readonly rows: number;
  readonly weight: number;
}

interface QueuedRow<Row> {
  readonly row: Row;
  isFree: boolean;
}

/**
 * Schedules the rows for the next commits: members and their devices in turn, the rows of a room in order. A row takes with
 * it all rows that wait before it in its room, whoever wrote them.
 */
export class RowScheduler<Row extends WaitingRow> {
  private turns = new FairQueue<QueuedRow<Row>>();
  private readonly rooms = new Map<string, QueuedRow<Row>[]>();
  /** The next row, if it did not fit into the last commit. */
  private first: QueuedRow<Row> | undefined;

  get isEmpty(): boolean {
    return this.rooms.size === 0;
  }

  push(row: Row): void {
    const queued = { row, isFree: false };
    this.wait(queued);
    const room = this.rooms.get(row.room);
    if (room) room.push(queued);
    else this.rooms.set(row.room, [queued]);
  }

  /** The rows of a room, in their order. */
  of(room: string): Row[] {
    return (this.rooms.get(room) ?? []).map(({ row }) => row);
  }

  /** Takes out the rows of the next commit. */
  take(most: Batch): Row[] {
    const rows: Row[] = [];
    let weight = 0;
    for (let queued = this.next(); queued; queued = this.next()) {
      const before = rows.length;
      while (!queued.isFree) {
        const row = this.rooms.get(queued.row.room)?.[0]?.row ?? queued.row;
        weight += row.weight;
        if (rows.length === most.rows || (rows.length > 0 && weight > most.weight)) {
          // It had a part of this commit, so it queues behind the others: a room's backlog delays no other room by all of it.
          if (rows.length > before) this.wait(queued);
          else this.first = queued;
          return rows;
        }
        this.leave(row.room);
        rows.push(row);
      }
    }
    return rows;
  }

  /** Takes out all rows of a room. */
  drop(room: string): Row[] {
    const queue = this.rooms.get(room) ?? [];
    for (const queued of queue) queued.isFree = true;
    this.rooms.delete(room);
    if (this.isEmpty) this.forgetQueued();
    return queue.map(({ row }) => row);
  }

  private wait(queued: QueuedRow<Row>): void {
    const { member, device } = queued.row.writer;
    this.turns.push([member, device], queued);
  }

  /** When nothing waits, all queued rows are stale. */
  private forgetQueued(): void {
    this.turns = new FairQueue();
    this.first = undefined;
  }

  private next(): QueuedRow<Row> | undefined {
    const next = this.first ?? this.turns.shift();
    this.first = undefined;
    return next;
  }

  /** Removes the first row of a room. */
  private leave(room: string): void {
    const queue = this.rooms.get(room) ?? [];
    const queued = queue.shift();
    if (queued) queued.isFree = true;
    if (queue.length === 0) this.rooms.delete(room);
  }
}
