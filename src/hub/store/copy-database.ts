import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { checkStore } from './check.ts';
import { flushPathSync } from './flush.ts';
import { requireSpace } from './free-space.ts';

/** Suffix of a copy until it is complete and checked. */
export const HALF = '.half';

/**
 * Copies a store that is in use into a file that only the hub's user can read. The file appears only once it is complete and
 * checked. Throws a StoreError if there is no room for it.
 */
export async function copyDatabase(database: DatabaseSync, file: string, pages: number): Promise<void> {
  requireSpace(dirname(file), bytesOf(database), 'A copy of the store');
  const half = file + HALF;
  try {
    closeSync(openSync(half, 'w', 0o600));
    await backup(database, half, { rate: pages });
    await checkStore(half);
    flushPathSync(half);
    renameSync(half, file);
    flushPathSync(dirname(file));
  } catch (error) {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(half + end, { force: true });
    throw error;
  }
}

function bytesOf(database: DatabaseSync): number {
  const number = (pragma: string) =>
    Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0]);
  return number('page_count') * number('page_size');
}
