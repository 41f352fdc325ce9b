import { finished, openAsIs, settled } from './idb.ts';

/** Why a copy was made: before the diary's form changed, or before a file was brought back. */
export type Occasion = 'upgrade' | 'import';

/** A copy of the diary as it was at a moment. */
export interface Snapshot {
  readonly id: number;
  /** UTC ms. */
  readonly at: number;
  readonly occasion: Occasion;
  /** The diary's version (Dexie's) at that moment. */
  readonly version: number;
  readonly rows: number;
}
/** Some rows of a table, or only their keys where the rows never change once they are written. */
export interface Part {
  readonly snapshot: number;
  readonly table: string;
  readonly keys: readonly (string | number)[];
  readonly rows: readonly object[] | null;
}

/** How many copies of each occasion remain; older ones are deleted. */
const MOST_COPIES: Record<Occasion, number> = { upgrade: 2, import: 1 };
/** Rows in one part: written as one value, which costs a tenth of writing them one by one. */
const PART = 2000;

const storeName = (diary: string) => `${diary}-snapshots`;

function openStore(diary: string): Promise<IDBDatabase> {
  const request = indexedDB.open(storeName(diary), 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('snapshots', { keyPath: 'id', autoIncrement: true });
    request.result.createObjectStore('parts', { autoIncrement: true }).createIndex('snapshot', 'snapshot');
  };
  return settled(request);
}

/** Opens the store of copies for some work and closes it. */
async function withStore<Value>(diary: string, work: (store: IDBDatabase) => Promise<Value>): Promise<Value> {
  const store = await openStore(diary);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function drop(store: IDBDatabase, ids: readonly number[]): Promise<void> {
  const transaction = store.transaction(['snapshots', 'parts'], 'readwrite');
  const parts = transaction.objectStore('parts');
  for (const id of ids) {
    transaction.objectStore('snapshots').delete(id);
    for (const key of await settled(parts.index('snapshot').getAllKeys(id))) parts.delete(key);
  }
  await finished(transaction);
}

/** Copies one table into parts. Gives how many rows it has. */
async function copyTable(
  from: IDBDatabase,
  store: IDBDatabase,
  id: number,
  table: string,
  apart: boolean,
): Promise<number> {
  let total = 0;
  for (let range: IDBKeyRange | null = null; ; ) {
    const reading = from.transaction(table).objectStore(table);
    const [keys, rows]: [IDBValidKey[], object[] | null] = await Promise.all([
      settled(reading.getAllKeys(range, PART)),
      apart ? null : settled(reading.getAll(range, PART)),
    ]);
    if (keys.length > 0) {
      const writing = store.transaction('parts', 'readwrite');
      writing.objectStore('parts').add({ snapshot: id, table, keys, rows });
      await finished(writing);
    }
    total += keys.length;
    if (keys.length < PART) return total;
    range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
  }
}

/**
 * Copies the diary as it is on the disk into a database of its own. `apart` names tables whose rows never change once
 * they are written (bytes by their hash): of these only the keys are copied, since nothing rewrites them. The copy
 * counts as one only when it is whole: the row that names it is written last. Null where there is nothing to copy.
 */
export async function takeSnapshot(
  diary: string,
  occasion: Occasion,
  at: number,
  apart: readonly string[],
): Promise<Snapshot | null> {
  const from = await openAsIs(diary);
  if (!from) return null;
  // Another page may want to open the diary in a newer form meanwhile: a copy must not hold it up.
  from.onversionchange = () => from.close();
  try {
    return await withStore(diary, async (store) => {
      const known = await settled(store.transaction('snapshots').objectStore('snapshots').getAll());
      const id = Math.max(at, ...known.map((one: Snapshot) => one.id + 1));
      let rows = 0;
      for (const table of from.objectStoreNames) {
        if (!table.startsWith('$')) rows += await copyTable(from, store, id, table, apart.includes(table));
      }
      const snapshot = { id, at, occasion, version: Math.floor(from.version / 10), rows };
      const naming = store.transaction('snapshots', 'readwrite');
      if (rows > 0) naming.objectStore('snapshots').put(snapshot);
      await finished(naming);
      const older = known.filter((one: Snapshot) => one.occasion === occasion).sort((a, b) => b.id - a.id);
      await drop(
        store,
        older.slice(MOST_COPIES[occasion] - 1).map((one) => one.id),
      );
      return rows > 0 ? snapshot : null;
    });
  } finally {
    from.close();
  }
}

/** All copies, newest first. */
export function listSnapshots(diary: string): Promise<Snapshot[]> {
  return withStore(diary, async (store) => {
    const all: Snapshot[] = await settled(store.transaction('snapshots').objectStore('snapshots').getAll());
    return all.sort((a, b) => b.id - a.id);
  });
}

/** The parts of a copy, one after the other, as they were written. */
export async function* partsOf(diary: string, id: number): AsyncGenerator<Part> {
  const store = await openStore(diary);
  try {
    const index = () => store.transaction('parts').objectStore('parts');
    for (const key of await settled(index().index('snapshot').getAllKeys(id))) {
      yield (await settled(index().get(key))) as Part;
    }
  } finally {
    store.close();
  }
}
