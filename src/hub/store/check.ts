import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StoreError } from './store-error.ts';

/** Opens a store that nobody is writing, read-only, without creating any file beside it. */
export function openedToRead(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true });
}

/** Why a file is not an intact store, in words; empty if it is intact. */
export function damageOf(file: string): string {
  let database: DatabaseSync | null = null;
  try {
    database = openedToRead(file);
    const [found] = Object.values(database.prepare('pragma integrity_check(1)').get() ?? {});
    if (found !== 'ok') return String(found);
    return database.prepare(`select value from meta where name = 'epoch'`).get() ? '' : 'it has no epoch';
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  } finally {
    database?.close();
  }
}

/** Checks a whole store in a thread of its own. Throws a StoreError if it is damaged. */
export async function checkStore(file: string): Promise<void> {
  const thread = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: file });
  const damage = await new Promise<string>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new StoreError(`${file} could not be checked.`)));
  });
  if (damage) throw new StoreError(`${file} is not a whole store of a hub: ${damage}.`);
}
