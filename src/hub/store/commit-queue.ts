import type { Change } from '../admission/admit.ts';
import { RowScheduler, type WaitingRow, type Writer } from './row-scheduler.ts';

/** An admitted update, and who sent it by the hub's own rows. */
export interface Entry extends Writer {
  readonly room: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly changes: readonly Change[];
}

interface Waiting extends WaitingRow {
  readonly entry: Entry;
  readonly apply: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** What is done with what waits. */
export interface Committing {
  /** Writes rows in one commit; the number of each. */
  readonly write: (entries: readonly Entry[]) => Promise<readonly number[]>;
  /** A row is committed, and is to be applied now. */
  readonly committed: (room: string, seq: number, apply: () => void) => void;
  /** Rows of these rooms could not be committed. */
  readonly lost: (rooms: ReadonlySet<string>) => void;
}

/** Rows in one commit, and versions (`weight`). */
const BATCH = { rows: 200, weight: 2000 };

/** Rows that are let in and not committed yet: members have their turn, and a room its order. What comes together shares a commit. */
export class CommitQueue {
  private readonly committing: Committing;
  private readonly waiting = new RowScheduler<Waiting>();
  private underWay: readonly Waiting[] = [];
  private readonly busy = new Map<string, number>();
  /** The last row of a room: what was let in before it is committed when it is. */
  private readonly last = new Map<string, Promise<void>>();
  private flushing: Promise<void> | null = null;

  constructor(committing: Committing) {
    this.committing = committing;
  }

  /** Queues a row in this very turn; answers once it is committed and applied. */
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

  /** What is queued for a room and not in it yet. */
  unapplied(room: string): Uint8Array[] {
    const underWay = this.underWay.filter((one) => one.room === room);
    return [...underWay, ...this.waiting.of(room)].map(({ entry }) => entry.bytes);
  }

  /** Answers when all that is queued for a room by now is committed; throws where it could not be. */
  async whenCommitted(room: string): Promise<void> {
    await this.last.get(room);
  }

  /** Answers when nothing waits. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  private async flush(): Promise<void> {
    while (!this.waiting.isEmpty) {
      // A turn of the loop, so that what comes together shares a commit, and others are served between two.
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

  /** What could not be committed is not there, and what was judged on top of it is not either. */
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
