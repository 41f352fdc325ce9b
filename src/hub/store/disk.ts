import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { flushPathSync } from './flush.ts';
import type { Tables } from './tables.ts';

/** Flush an open file to its disk: synchronously, or without blocking. */
export interface Syncs {
  readonly now: (fd: number) => void;
  readonly later: (fd: number) => Promise<void>;
}
const SYNCS: Syncs = { now: fdatasyncSync, later: promisify(fdatasync) };

/**
 * Marks a statement whose commit does not wait for the disk. Whoever acknowledges it awaits `onDisk`, which blocks nobody
 * else; what can be derived again from what is on the disk needs no wait.
 */
export const LATER = sql`/* later */`;
const IS_LATER = /\/\* later \*\/$/;
const IS_READ = /^\s*(?:select|pragma|begin|savepoint|release)\b/i;

/**
 * Flushes the store's write-ahead log to the disk. With `synchronous = full` every commit would wait for the disk and block
 * the whole process: with a disk that takes 5 ms, a quarter of the time of a hub under load. So SQLite only writes
 * (`synchronous = normal`: the store is consistent after any crash, https://sqlite.org/pragma.html#pragma_synchronous), and
 * the log is flushed here: synchronously, or, after statements marked `LATER`, without blocking.
 */
export class Disk {
  private readonly file: string;
  private log: number | null = null;
  /** Whether the current transaction writes, and whether its commit need not wait. */
  private writes = false;
  private isLater = false;
  private waiting: Promise<void> | null = null;
  private underWay: Promise<void> = Promise.resolve();
  /** Why nothing is flushed any more. */
  private broken: Error | null = null;
  private readonly syncs: Syncs;

  /** `file`: the store's. */
  constructor(file: string, syncs = SYNCS) {
    this.file = file;
    this.syncs = syncs;
  }

  /** Called after each statement: flushes after a commit, or after a write outside of a transaction. */
  afterStatement(text: string, isWithin: boolean): void {
    if (!IS_READ.test(text) && text !== 'commit' && text !== 'rollback') this.writes = true;
    if (IS_LATER.test(text)) this.isLater = true;
    if (isWithin) return;
    const isNow = this.writes && !this.isLater && text !== 'rollback';
    [this.writes, this.isLater] = [false, false];
    if (isNow) this.flushNow();
  }

  /** Resolves once all commits until now are on the disk; concurrent callers share a flush. Rejects if it fails. */
  settled(): Promise<void> {
    // A flush under way may have begun before the last commit.
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
   * Linux reports a failed flush once and then marks the pages as clean: the next fsync succeeds although the log has a hole,
   * behind which nothing is read after a crash (https://lwn.net/Articles/752063/). So the first failure is final, and only a
   * restart goes on, from what is really on the disk.
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

  /** The log's file stays the same while the store is open. Its entry in the folder has to be flushed too, once. */
  private opened(): number {
    if (this.log !== null) return this.log;
    this.log = openSync(`${this.file}-wal`, 'r+');
    flushPathSync(dirname(this.file));
    return this.log;
  }
}

const disks = new WeakMap<Kysely<Tables>, Disk>();

/** Registers the disk of an open store. */
export function attachDisk(db: Kysely<Tables>, disk: Disk): void {
  disks.set(db, disk);
}

/** Resolves once all commits of a store until now are on its disk; rejects if that fails. */
export function onDisk(db: Kysely<Tables>): Promise<void> {
  const disk = disks.get(db);
  if (!disk) throw new Error('this is no store that was opened');
  return disk.settled();
}
