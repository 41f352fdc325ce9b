/** Undoes a failure: storage works again. */
type Heal = () => void;
type Add = (key?: IDBValidKey) => IDBRequest<IDBValidKey>;

/** Replaces how a row is added to a room's own database; the diary's tables are named otherwise. */
function failing(act: (store: IDBObjectStore, add: Add) => IDBRequest<IDBValidKey>): Heal {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const run: Add = (other) => add.call(this, value, other ?? key);
    return this.name === 'updates' ? act(this, run) : run();
  };
  return () => {
    IDBObjectStore.prototype.add = add;
  };
}

function opensNoRoom(): Heal {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) => {
    if (name.includes(':room ')) throw new DOMException('no', 'UnknownError');
    return open(name, version);
  };
  return () => {
    indexedDB.open = open;
  };
}

/** What happens to rooms' own databases while something is written, by name. */
export const WRITE_FAILURES: Readonly<Record<string, () => Heal>> = {
  'a write that throws': () =>
    failing(() => {
      throw new DOMException('no', 'InvalidStateError');
    }),
  'a transaction that is aborted': () =>
    failing((store, add) => {
      const request = add();
      store.transaction.abort();
      return request;
    }),
  // Every row by the same number.
  'a request that fails': () => failing((_, add) => add(1)),
  'a database that does not open': opensNoRoom,
};

/** A database as it is on the disk, open beside those of the rooms; it lets go of it for nobody. */
export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Adds a row to a room's database that is no update. */
export async function damage(name: string): Promise<void> {
  const db = await openRaw(name);
  const writing = db.transaction('updates', 'readwrite');
  writing.objectStore('updates').add(new Uint8Array([9, 9, 9, 9]));
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  db.close();
}

/** What the library does with a failure of the disk is not ours to catch: its promises are nobody's. */
export function quietly(): AbortController {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  addEventListener(
    'unhandledrejection',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  return stop;
}
