import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { checkStore } from './check.ts';
import { requireSpace } from './free-space.ts';

/** What a copy is called until it is whole and was read. */
export const HALF = '.half';

/**
 * Copies a store that is in use into a file, readable by the hub's own user alone. It is whole and was read, or it is not
 * there. Throws a StoreError where there is no room for it.
 */
export async function copyDatabase(database: DatabaseSync, file: string, pages: number): Promise<void> {
  requireSpace(dirname(file), bytesOf(database), 'A copy of the store');
  const half = file + HALF;
  try {
    closeSync(openSync(half, 'w', 0o600));
    await backup(database, half, { rate: pages });
    await checkStore(half);
    syncPath(half);
    renameSync(half, file);
    syncPath(dirname(file));
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

/** Has what was written to a file, or the names in a folder, on the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
