import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../log-line.ts';
import { flushPathSync } from '../store/flush.ts';
import { requireSpace } from '../store/free-space.ts';
import type { Steps } from '../store/migrate.ts';
import { hashOfFileNow, KEY, MEDIA, STORE } from './contents.ts';
import { checkBackup } from './inspect.ts';
import { renew } from './renew.ts';
import { RestoreError } from './restore-error.ts';

/** The folder in which a restore is prepared, and its name once complete: from then on any start of the hub finishes it. */
const HALF = 'restoring.half';
const WHOLE = 'restored';

/**
 * Restores a backup into a folder without a hub. All of it is checked, copied into a folder of its own and checked again; one
 * rename then puts it in force. Until then nothing is changed: interrupted, or refused with a RestoreError, the folder is as
 * it was. The store gets a new epoch, so that every device notices, joins empty and sends its own newer items again. Members
 * who were removed or erased after the backup stay so, by the lists in the folder.
 */
export function restore(backup: string, folder: string, known: Steps): void {
  if (!existsSync(join(backup, STORE))) throw new RestoreError(`There is no backup in ${backup}.`);
  finishRestore(folder);
  if (existsSync(join(folder, STORE))) throw new RestoreError(`${folder} holds a hub already.`);
  const media = checkBackup(backup, known);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, HALF);
  try {
    copy(backup, folder, media);
    renew(join(half, STORE), folder, Date.now());
    for (const part of [join(half, STORE), join(half, MEDIA), half]) flushPathSync(part);
    renameSync(half, join(folder, WHOLE));
    flushPathSync(folder);
  } catch (error) {
    for (const part of [half, join(folder, WHOLE)]) rmSync(part, { recursive: true, force: true });
    if (made) rmSync(made, { recursive: true, force: true });
    if (error instanceof RestoreError) throw error;
    throw new RestoreError(`The backup could not be restored, and nothing was changed: ${messageOf(error)}`);
  }
  finishRestore(folder);
}

/** Copies a backup's files and checks each copy, since a file may have changed after the first check. */
function copy(backup: string, folder: string, media: readonly string[]): void {
  const half = join(folder, HALF);
  mkdirSync(join(half, MEDIA), { recursive: true, mode: 0o700 });
  // Media are named by their hash, so one that the folder has already is the same.
  const missing = media.filter((hash) => !isThere(join(folder, MEDIA, hash), hash));
  const files = [STORE, KEY, ...missing.map((hash) => join(MEDIA, hash))];
  const bytes = files.reduce((sum, file) => sum + statSync(join(backup, file)).size, 0);
  requireSpace(folder, bytes, 'The backup');
  for (const file of files) {
    copyFileSync(join(backup, file), join(half, file));
    chmodSync(join(half, file), 0o600);
    flushPathSync(join(half, file));
  }
  for (const hash of missing)
    if (!isThere(join(half, MEDIA, hash), hash))
      throw new RestoreError(`The medium ${hash} changed while it was copied. Nothing was changed.`);
}

const isThere = (file: string, hash: string) => existsSync(file) && hashOfFileNow(file) === hash;

/**
 * Moves a complete restore into place, also at the start of a hub, since the process that prepared it may have been killed.
 * An incomplete one is deleted.
 */
export function finishRestore(folder: string): void {
  rmSync(join(folder, HALF), { recursive: true, force: true });
  const whole = join(folder, WHOLE);
  if (!existsSync(whole)) return;
  mkdirSync(join(folder, MEDIA), { recursive: true, mode: 0o700 });
  if (existsSync(join(whole, MEDIA)))
    for (const hash of readdirSync(join(whole, MEDIA)))
      renameSync(join(whole, MEDIA, hash), join(folder, MEDIA, hash));
  if (existsSync(join(whole, KEY))) renameSync(join(whole, KEY), join(folder, KEY));
  // The store comes last. A leftover write-ahead log belongs to another store and must not be applied to this one.
  if (existsSync(join(whole, STORE))) {
    for (const end of ['-wal', '-shm', '-journal']) rmSync(join(folder, STORE + end), { force: true });
    renameSync(join(whole, STORE), join(folder, STORE));
  }
  flushPathSync(folder);
  rmSync(whole, { recursive: true, force: true });
}
