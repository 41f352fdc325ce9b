import type { ItemChange } from '../admission/admit.ts';
import { RowScheduler, type WaitingRow, type WritingDevice } from './row-scheduler.ts';

/** An admitted update, and who sent it, as the hub's rows say. */
export interface Entry extends WritingDevice {
  readonly room: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly changes: readonly ItemChange[];
}

interface Waiting extends WaitingRow {
  readonly entry: Entry;
  readonly apply: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** What the queue calls. */
export interface Committing {
  /** Writes rows in one commit; answers with their numbers. */
  readonly write: (entries: readonly Entry[]) => Promise<readonly number[]>;
  /** A row was committed and has to be applied now. */
  readonly committed: (room: string, seq: number, apply: () => void) => void;
  /** Rows of these rooms failed to commit. */
  readonly lost: (rooms: ReadonlySet<string>) => void;
}

/** Rows per commit, and versions (`weight`). */
const BATCH = { rows: 200, weight: 2000 };

/** Admitted rows that wait for a commit: fair among members, in order within a room, many per commit. */
export class CommitQueue {
  private readonly committing: Committing;
  private readonly waiting = new RowScheduler<Waiting>();
  private underWay: readonly Waiting[] = [];
  private readonly busy = new Map<string, number>();
  /** The last row of each room; once it is committed, so are all before it. */
  private readonly last = new Map<string, Promise<void>>();
  private flushing: Promise<void> | null = null;

  constructor(committing: Committing) {
    this.committing = committing;
  }

  /** Queues a row synchronously; resolves once it is committed and applied. */
  append(entry: Entry, apply: () => void): Promise<void> {
    this.busy.set(entry.room, (this.busy.get(entry.room) ?? 0) + 1);
    const committed = new Promise<void>((done, failed) => {
      const { room, member, device, changes } = entry;
      const row = { room, writer: { member, device }, weight: changes.length };
      this.waiting.push({ ...row, entry, apply, done, failed });
      this.flushing ??= this.flush();
    });
    this.last.set(entry.room, committed);
    return committed;
  }

  isBusy(room: string): boolean {
    return this.busy.has(room);
  }

  /** Updates that are queued for a room and not applied yet. */
  unapplied(room: string): Uint8Array[] {
    const underWay = this.underWay.filter((one) => one.room === room);
    return [...underWay, ...this.waiting.of(room)].map(({ entry }) => entry.bytes);
  }

  /** Resolves once all that is queued for a room now is committed; rejects if that fails. */
  async whenCommitted(room: string): Promise<void> {
    await this.last.get(room);
  }

  /** Resolves once the queue is empty. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  private async flush(): Promise<void> {
    while (!this.waiting.isEmpty) {
      // A turn of the event loop, so that concurrent rows share a commit and other work runs between two commits.
      await new Promise((turn) => setImmediate(turn));
      await this.commit(this.waiting.take(BATCH));
    }
    this.flushing = null;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    this.underWay = batch;
    try {
      const seqs = await this.committing.write(batch.map(({ entry }) => entry));
      this.underWay = [];
      batch.forEach((one, at) => {
        this.taken(one, seqs[at] ?? 0);
      });
    } catch (error) {
      this.lost(batch, error);
    }
  }

  /** Fails the rows of a commit, and the queued rows of their rooms, which were admitted on top of them. */
  private lost(batch: readonly Waiting[], error: unknown): void {
    this.underWay = [];
    const rooms = new Set(batch.map(({ room }) => room));
    const onTop = [...rooms].flatMap((room) => this.waiting.drop(room));
    this.committing.lost(rooms);
    for (const { room, failed } of [...batch, ...onTop]) {
      this.free(room);
      failed(error);
    }
  }

  private taken({ room, apply, done }: Waiting, seq: number): void {
    this.committing.committed(room, seq, apply);
    this.free(room);
    done();
  }

  private free(room: string): void {
    const left = (this.busy.get(room) ?? 1) - 1;
    if (left > 0) return void this.busy.set(room, left);
    this.busy.delete(room);
    this.last.delete(room);
  }
}
