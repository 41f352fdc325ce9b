import { FairQueue } from '../fair-queue.ts';

/** A member and the device they wrote with. */
export interface Writer {
  readonly member: string;
  readonly device: number;
}

/** A row that waits for its commit. `weight`: its share of a commit's limit. */
export interface WaitingRow {
  readonly writer: Writer;
  readonly room: string;
  readonly weight: number;
}

/** The limits of a commit. A row that weighs more than the limit gets a commit of its own. */
export interface Batch {
  readonly rows: number;
  readonly weight: number;
}

interface Place<Row> {
  readonly row: Row;
  isFree: boolean;
}

/**
 * Schedules the rows for the next commits: members and their devices in turn, the rows of a room in order. A row takes with
 * it all rows that wait before it in its room, whoever wrote them.
 */
export class RowScheduler<Row extends WaitingRow> {
  private turns = new FairQueue<Place<Row>>();
  private readonly rooms = new Map<string, Place<Row>[]>();
  /** The next row, if it did not fit into the last commit. */
  private first: Place<Row> | undefined;

  get isEmpty(): boolean {
    return this.rooms.size === 0;
  }

  push(row: Row): void {
    const place = { row, isFree: false };
    this.wait(place);
    const room = this.rooms.get(row.room);
    if (room) room.push(place);
    else this.rooms.set(row.room, [place]);
  }

  /** The rows of a room, in their order. */
  of(room: string): Row[] {
    return (this.rooms.get(room) ?? []).map(({ row }) => row);
  }

  /** Takes out the rows of the next commit. */
  take(most: Batch): Row[] {
    const rows: Row[] = [];
    let weight = 0;
    for (let place = this.next(); place; place = this.next()) {
      const before = rows.length;
      while (!place.isFree) {
        const row = this.rooms.get(place.row.room)?.[0]?.row ?? place.row;
        weight += row.weight;
        if (rows.length === most.rows || (rows.length > 0 && weight > most.weight)) {
          // It had a part of this commit, so it queues behind the others: a room's backlog delays no other room by all of it.
          if (rows.length > before) this.wait(place);
          else this.first = place;
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
    const places = this.rooms.get(room) ?? [];
    for (const place of places) place.isFree = true;
    this.rooms.delete(room);
    if (this.isEmpty) this.forgetPlaces();
    return places.map(({ row }) => row);
  }

  private wait(place: Place<Row>): void {
    const { member, device } = place.row.writer;
    this.turns.push([member, device], place);
  }

  /** When nothing waits, all queued places are stale. */
  private forgetPlaces(): void {
    this.turns = new FairQueue();
    this.first = undefined;
  }

  private next(): Place<Row> | undefined {
    const next = this.first ?? this.turns.shift();
    this.first = undefined;
    return next;
  }

  /** Removes the first row of a room. */
  private leave(room: string): void {
    const places = this.rooms.get(room) ?? [];
    const place = places.shift();
    if (place) place.isFree = true;
    if (places.length === 0) this.rooms.delete(room);
  }
}
