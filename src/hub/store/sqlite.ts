import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { memo } from '../../workspace/memo.ts';
import { messageOf } from '../log-line.ts';
import { copyDatabase } from './copy-database.ts';
import { attachDisk, Disk, type Syncs } from './disk.ts';
import { migrate, progressOf, type Steps } from './migrate.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';
import { copyBeforeUpgrade, dropCopies } from './upgrade-copy.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  /** Copies the running store into a file. If it throws, there is no such file. */
  readonly copyTo: (file: string) => Promise<void>;
  /** Empties the write-ahead log and deletes upgrade copies, so that deleted data is in no file any more. */
  readonly truncate: () => void;
  readonly close: () => Promise<void>;
  /** Path in the folder of the copy made before this start's migrations; null if there were none. */
  readonly copied: string | null;
}

/** Another hub is running on the folder; two would compact away each other's rows. */
export class TakenError extends Error {
  constructor(folder: string) {
    super(`Another hub is running on ${folder}.`);
    this.name = 'TakenError';
  }
}

/** The store's file in its folder. */
const STORE = 'hub.sqlite';
const CACHE_KB = 65_536;
const CHECKPOINT_PAGES = 8000;
/** Pages that a backup copies per turn of the event loop; requests are served in between. */
const PAGES = 200;

/**
 * Opens and migrates the store of a folder, for this hub alone; the lock is released when the process ends, also by a kill.
 * Throws a StoreError, and changes nothing, if the store is damaged or newer, or if there is no room for its copy. `steps`,
 * `syncs`: test seams.
 */
export async function openStore(folder: string, now: number, steps: Steps, syncs?: Syncs): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const database = openDatabase(folder);
    const disk = new Disk(join(folder, STORE), syncs);
    const db = new Kysely<Tables>({ dialect: new Dialect({ database: kyselyDatabase(database, disk) }) });
    attachDisk(db, disk);
    const copied = await upgrade(database, db, folder, now, steps).catch(async (error: unknown) => {
      await disk.close();
      await db.destroy();
      throw error;
    });
    const close = async () => {
      await disk.close();
      await db.destroy();
      lock.close();
    };
    const truncate = () => {
      database.exec('pragma wal_checkpoint(truncate)');
      dropCopies(folder, now, 0);
    };
    return { db, copyTo: (file) => copyDatabase(database, file, PAGES), truncate, close, copied };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function openDatabase(folder: string): DatabaseSync {
  const file = join(folder, STORE);
  let database: DatabaseSync | null = null;
  try {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    database = new DatabaseSync(file);
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on');
    // Counting a day touches more pages than the default cache of 2 MB holds, and each would be written at every checkpoint.
    database.exec(`pragma cache_size = -${CACHE_KB}; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return database;
  } catch (error) {
    database?.close();
    throw new StoreError(`The store ${file} cannot be opened: ${messageOf(error)}.`);
  }
}

/** Copies a store, then migrates it; the copy's path, or null if nothing was pending. */
async function upgrade(
  database: DatabaseSync,
  db: Kysely<Tables>,
  folder: string,
  now: number,
  steps: Steps,
): Promise<string | null> {
  const { from, pending } = await progressOf(db, steps);
  if (pending.length === 0) {
    dropCopies(folder, now);
    return null;
  }
  const copied = from === undefined ? null : await copyBeforeUpgrade(database, folder, from, now);
  try {
    await migrate(db, steps);
  } catch (error) {
    // The migration rolled back, so the copy is not needed.
    if (copied) rmSync(join(folder, copied), { force: true });
    throw new StoreError(
      `The store could not be brought to ${pending.at(-1)}, and is as it was: ${messageOf(error)}.`,
    );
  }
  dropCopies(folder, now);
  return copied;
}

function lockFolder(folder: string): DatabaseSync {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(join(folder, 'lock.sqlite'));
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    if (/locked/.test(messageOf(error))) throw new TakenError(folder);
    throw new StoreError(`The folder ${folder} cannot be used: ${messageOf(error)}.`);
  }
}

/** SQLite supports DDL within transactions, which Kysely's adapter does not assume by itself. */
class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The most prepared statements that are cached. */
const STATEMENTS = 200;
const NOTHING = { changes: 0, lastInsertRowid: 0 };

/** Adapts node:sqlite to the interface that Kysely's dialect expects. */
function kyselyDatabase(database: DatabaseSync, disk: Disk): SqliteDatabase {
  // Preparing a statement takes longer than running most, and a few texts make up nearly all that is run.
  const prepared = memo(STATEMENTS, (text) => database.prepare(text));
  const prepare = (text: string) => {
    const statement = prepared(text);
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
    const ran = <Result>(result: Result): Result => {
      disk.afterStatement(text, database.isTransaction);
      return result;
    };
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => ran(statement.all(...values(parameters))),
      // On a full disk SQLite rolls back by itself; a failing rollback would then hide the real error.
      run: (parameters: readonly unknown[]) =>
        ran(text === 'rollback' && !database.isTransaction ? NOTHING : statement.run(...values(parameters))),
      // An iterated statement cannot be shared: running it again meanwhile would restart it.
      iterate: (parameters: readonly unknown[]) => database.prepare(text).iterate(...values(parameters)),
    };
  };
  return { prepare, close: () => database.close() };
}
