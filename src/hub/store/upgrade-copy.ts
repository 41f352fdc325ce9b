import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { copyDatabase, HALF } from './copy-database.ts';

const FOLDER = 'copies';
const MOST = 3;
/** Copies older than this are deleted, ms: by then an upgrade will no longer be reverted. */
const MAX_AGE = 30 * 86_400_000;
const PAGES = 5000;

/**
 * Copies a store before migrations change it, so that an upgrade can be reverted. `from`, the store's newest migration, is
 * part of the copy's name. Answers with its path in the folder. Throws a StoreError if there is no room for it.
 */
export async function copyBeforeUpgrade(
  database: DatabaseSync,
  folder: string,
  from: string | null,
  now: number,
): Promise<string> {
  const copies = join(folder, FOLDER);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  for (const name of namesIn(copies, HALF)) rmSync(join(copies, name), { force: true });
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = `from-${from ?? 'unnumbered'}-${time}.sqlite`;
  await copyDatabase(database, join(copies, name), PAGES);
  return join(FOLDER, name);
}

/** Deletes copies that are old or too many. `most` 0 deletes all, for when no older state of the store may remain. */
export function dropCopies(folder: string, now: number, most = MOST): void {
  const copies = join(folder, FOLDER);
  const byAge = namesIn(copies, '.sqlite')
    .map((name) => ({ path: join(copies, name), at: statSync(join(copies, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const [rank, { path, at }] of byAge.entries())
    if (rank >= most || at < now - MAX_AGE) rmSync(path, { force: true });
}

function namesIn(folder: string, part: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.includes(part));
  } catch {
    return [];
  }
}
