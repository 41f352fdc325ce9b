import { finished, settled } from './idb.ts';

/** The database that is written and deleted again; not the diary's name with a dash, which is a copy's. */
const NAME = 'musubi:log';
/** Rows and their bytes: together more than the 4 MiB after which Chromium begins another log. */
const ROWS = 84;
/** Under 64 KiB: a larger value goes into a file of its own and not through the log. */
const BYTES = 60_000;

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('rows');
  };
  return settled(request);
}

/** Random, since Chromium compresses what it can. */
const noise = () => crypto.getRandomValues(new Uint8Array(BYTES));

function fill(db: IDBDatabase): Promise<void> {
  const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' });
  const rows = transaction.objectStore('rows');
  for (let n = 0; n < ROWS; n += 1) rows.put(noise(), n);
  return finished(transaction);
}

/**
 * Has Chromium begin a new log for all our databases, at its start. Where the browser was killed while it wrote, the
 * log ends in half a record. Chromium goes on writing behind it, takes that for damage when it starts next, and
 * deletes every database of the extension: LevelDB's `reuse_logs`, on by default
 * (https://chromium.googlesource.com/chromium/src/+/main/third_party/leveldatabase/env_chromium.cc).
 */
export async function renewLog(): Promise<void> {
  const db = await open();
  try {
    await fill(db);
  } finally {
    db.close();
    // A small write behind the large ones: only then the full log is left.
    await settled(indexedDB.deleteDatabase(NAME));
  }
}
