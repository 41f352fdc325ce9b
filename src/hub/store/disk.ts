import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { syncPath } from './copy-database.ts';
import type { Tables } from './tables.ts';

/** Brings what was written to an open file to its disk: in this turn, or beside it. */
export interface Syncs {
  readonly now: (fd: number) => void;
  readonly later: (fd: number) => Promise<void>;
}
const SYNCS: Syncs = { now: fdatasyncSync, later: promisify(fdatasync) };

/**
 * Stands at the end of a statement whose commit does not wait for the disk. Whoever answers for it waits for `onDisk`, which
 * holds up nobody else; what can be made again from what is on the disk needs no wait.
 */
export const LATER = sql`/* later */`;
const IS_LATER = /\/\* later \*\/$/;
const IS_READ = /^\s*(?:select|pragma|begin|savepoint|release)\b/i;

/**
 * The write-ahead log of a store, as far as it is on the disk. SQLite would have each commit wait for the disk, and the hub
 * with it, all requests and rooms: with a disk that takes 5 ms that is a quarter of the time of a hub under load. So SQLite
 * only writes (`synchronous = normal`: the store is whole after any crash, https://sqlite.org/pragma.html#pragma_synchronous),
 * and what was written is brought to the disk here: in the same turn, or, for what came with `LATER`, beside what goes on.
 */
export class Disk {
  private readonly file: string;
  private log: number | null = null;
  /** Of the transaction under way: whether it writes, and whether its commit need not wait. */
  private writes = false;
  private isLater = false;
  private waiting: Promise<void> | null = null;
  private underWay: Promise<void> = Promise.resolve();
  /** Why nothing is brought to the disk any more. */
  private broken: Error | null = null;
  private readonly syncs: Syncs;

  /** `file`: of the store. */
  constructor(file: string, syncs = SYNCS) {
    this.file = file;
    this.syncs = syncs;
  }

  /** A statement was run: where that was a commit, or stood for itself, what it wrote is brought to the disk. */
  afterStatement(text: string, isWithin: boolean): void {
    if (!IS_READ.test(text) && text !== 'commit' && text !== 'rollback') this.writes = true;
    if (IS_LATER.test(text)) this.isLater = true;
    if (isWithin) return;
    const isNow = this.writes && !this.isLater && text !== 'rollback';
    [this.writes, this.isLater] = [false, false];
    if (isNow) this.flushNow();
  }

  /** Answers when all that is committed by now is on the disk; who asks meanwhile waits together. Rejects where it cannot be. */
  settled(): Promise<void> {
    // What is under way may have begun before the last commit.
    this.waiting ??= this.next();
    return this.waiting;
  }

  private flushNow(): void {
    if (this.broken) throw this.broken;
    try {
      this.syncs.now(this.opened());
    } catch (error) {
      throw this.failWith(error);
    }
  }

  private async next(): Promise<void> {
    await this.underWay;
    this.waiting = null;
    if (this.broken) throw this.broken;
    const now = this.syncs.later(this.opened()).catch((error: unknown) => {
      throw this.failWith(error);
    });
    this.underWay = now.catch(() => undefined);
    await now;
  }

  /**
   * A system that could not write says so once, and takes its pages for written: the next time all seems well, with a hole in
   * the log behind which nothing is read after a crash (https://lwn.net/Articles/752063/). So the first failure is the last
   * try, and what stands on the disk is read by the next start.
   */
  private failWith(error: unknown): Error {
    this.broken ??= new Error('the store cannot be brought to its disk', { cause: error });
    return this.broken;
  }

  async close(): Promise<void> {
    for (let last = null as Promise<void> | null; last !== this.underWay; ) {
      last = this.underWay;
      await (this.waiting ?? last).catch(() => undefined);
    }
    this.broken ??= new Error('the store is closed');
    if (this.log !== null) closeSync(this.log);
    this.log = null;
  }

  /** The log's file stays the same while the store is open. That it is there has to be on the disk too, once. */
  private opened(): number {
    if (this.log !== null) return this.log;
    this.log = openSync(`${this.file}-wal`, 'r+');
    syncPath(dirname(this.file));
    return this.log;
  }
}

const disks = new WeakMap<Kysely<Tables>, Disk>();

/** The disk under a store that was opened. */
export function attachDisk(db: Kysely<Tables>, disk: Disk): void {
  disks.set(db, disk);
}

/** Answers when all that is committed in a store by now is on its disk. Rejects where it cannot be brought there. */
export function onDisk(db: Kysely<Tables>): Promise<void> {
  const disk = disks.get(db);
  if (!disk) throw new Error('this is no store that was opened');
  return disk.settled();
}
