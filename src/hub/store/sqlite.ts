import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  /** Writes a whole copy of the store to a file, while it runs. */
  readonly copyTo: (file: string) => Promise<void>;
  /** Empties the write-ahead log: what was deleted is then nowhere in the files. */
  readonly truncate: () => void;
  readonly close: () => Promise<void>;
}

/** The folder is held by another hub, which would compact away what this one writes. */
export class TakenError extends Error {
  constructor(folder: string) {
    super(`Another hub is running on ${folder}.`);
    this.name = 'TakenError';
  }
}

const CACHE_KB = 65_536;
const CHECKPOINT_PAGES = 8000;

/** Opens the store of a folder, for this hub alone; the lock falls with the process, a kill included. */
export async function openStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const lock = heldLock(folder);
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  // A day's counting touches more pages than fit into the usual 2 MB, and each would be written at every checkpoint.
  database.exec(`pragma cache_size = -${CACHE_KB}; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: spoken(database) }) });
  await migrate(db);
  const close = async () => {
    await db.destroy();
    lock.close();
  };
  const copyTo = async (file: string) => {
    await backup(database, file);
  };
  const truncate = () => database.exec('pragma wal_checkpoint(truncate)');
  return { db, copyTo, truncate, close };
}

function heldLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch {
    lock.close();
    throw new TakenError(folder);
  }
}

/** node:sqlite as Kysely speaks to SQLite. */
function spoken(database: DatabaseSync): SqliteDatabase {
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    const values = (given: readonly unknown[]) => given as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (given: readonly unknown[]) => statement.all(...values(given)),
      run: (given: readonly unknown[]) => statement.run(...values(given)),
      iterate: (given: readonly unknown[]) => statement.iterate(...values(given)),
    };
  };
  return { prepare, close: () => database.close() };
}
