import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { memo } from '../../workspace/memo.ts';
import { copyDatabase } from './copy-database.ts';
import { attachDisk, Disk, type Syncs } from './disk.ts';
import { migrate, progressOf, type Steps } from './migrate.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';
import { copyBeforeUpgrade, dropCopies } from './upgrade-copy.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  /** Writes a whole copy of the store to a file, while it runs. Throws where it is not whole: then there is no such file. */
  readonly copyTo: (file: string) => Promise<void>;
  /** Empties the write-ahead log, and takes away copies of before: what was deleted is then nowhere in the files. */
  readonly truncate: () => void;
  readonly close: () => Promise<void>;
  /** The copy that was made before steps changed the store at this start, by its path in the folder; null where none did. */
  readonly copied: string | null;
}

/** The folder is held by another hub, which would compact away what this one writes. */
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
/** Pages that a backup takes in one turn: links are followed between two. */
const PAGES = 200;

/**
 * Opens the store of a folder, for this hub alone, and brings it to the newest step; the lock falls with the process, a kill
 * included. Throws a StoreError, and changes nothing, where the store is no store, is newer, or has no room for its copy.
 * `steps`, `syncs`: other ones, for tests.
 */
export async function openStore(
  folder: string,
  now = Date.now(),
  steps?: Steps,
  syncs?: Syncs,
): Promise<Store> {
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
    // A day's counting touches more pages than fit into the usual 2 MB, and each would be written at every checkpoint.
    database.exec(`pragma cache_size = -${CACHE_KB}; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return database;
  } catch (error) {
    database?.close();
    throw new StoreError(`The store ${file} cannot be opened: ${wordsOf(error)}.`);
  }
}

/** Brings a store to the newest step behind a copy of it; the copy's path, null where no step was pending. */
async function upgrade(
  database: DatabaseSync,
  db: Kysely<Tables>,
  folder: string,
  now: number,
  steps?: Steps,
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
    // The store is as it was, and needs no copy beside it.
    if (copied) rmSync(join(folder, copied), { force: true });
    throw new StoreError(
      `The store could not be brought to ${pending.at(-1)}, and is as it was: ${wordsOf(error)}.`,
    );
  }
  dropCopies(folder, now);
  return copied;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function lockFolder(folder: string): DatabaseSync {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(join(folder, 'lock.sqlite'));
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    if (/locked/.test(wordsOf(error))) throw new TakenError(folder);
    throw new StoreError(`The folder ${folder} cannot be used: ${wordsOf(error)}.`);
  }
}

/** SQLite takes changes of tables into a transaction; Kysely, by itself, does not count on it. */
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

/** Statements that stay prepared. */
const STATEMENTS = 200;
const NOTHING = { changes: 0, lastInsertRowid: 0 };

/** node:sqlite as Kysely speaks to SQLite. */
function kyselyDatabase(database: DatabaseSync, disk: Disk): SqliteDatabase {
  // To prepare a statement takes longer than most take to run, and few texts make up nearly all that is run.
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
      // On a full disk SQLite has rolled back by itself: that is the error, and not that nothing is left to roll back.
      run: (parameters: readonly unknown[]) =>
        ran(text === 'rollback' && !database.isTransaction ? NOTHING : statement.run(...values(parameters))),
      // One that is being read in steps is nobody else's: run again meanwhile, it would begin anew.
      iterate: (parameters: readonly unknown[]) => database.prepare(text).iterate(...values(parameters)),
    };
  };
  return { prepare, close: () => database.close() };
}
