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
import { syncPath } from '../store/copy-database.ts';
import { requireSpace } from '../store/free-space.ts';
import { hashOfFileNow, KEY, MEDIA, STORE } from './contents.ts';
import { checkBackup } from './inspect.ts';
import { renew } from './renew.ts';
import { RestoreError } from './restore-error.ts';

/** Where a restore is made, and what that is called once it is whole: from then on it is done, whenever a hub starts. */
const HALF = 'restoring.half';
const WHOLE = 'restored';

/**
 * Puts a backup into a folder that holds no hub. All of it is read first, copied into a folder of its own and read there; one
 * rename then makes it the hub's. Until there nothing is changed: cut off, or refused with a RestoreError in words, the
 * folder is as it was. The store gets a new epoch, so that every device notices, joins empty and puts its own newer items
 * back. Who was removed or erased after the backup stays so, by the lists in the folder.
 */
export function restore(backup: string, folder: string): void {
  if (!existsSync(join(backup, STORE))) throw new RestoreError(`There is no backup in ${backup}.`);
  finishRestore(folder);
  if (existsSync(join(folder, STORE))) throw new RestoreError(`${folder} holds a hub already.`);
  const media = checkBackup(backup);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, HALF);
  try {
    copy(backup, folder, media);
    renew(join(half, STORE), folder, Date.now());
    for (const part of [join(half, STORE), join(half, MEDIA), half]) syncPath(part);
    renameSync(half, join(folder, WHOLE));
    syncPath(folder);
  } catch (error) {
    for (const part of [half, join(folder, WHOLE)]) rmSync(part, { recursive: true, force: true });
    if (made) rmSync(made, { recursive: true, force: true });
    if (error instanceof RestoreError) throw error;
    throw new RestoreError(`The backup could not be restored, and nothing was changed: ${wordsOf(error)}`);
  }
  finishRestore(folder);
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Copies what a backup holds, and reads each copy: what it was when it was checked it still has to be. */
function copy(backup: string, folder: string, media: readonly string[]): void {
  const half = join(folder, HALF);
  mkdirSync(join(half, MEDIA), { recursive: true, mode: 0o700 });
  // One that the folder has already, by the hash of its bytes, is the same.
  const missing = media.filter((hash) => !isThere(join(folder, MEDIA, hash), hash));
  const files = [STORE, KEY, ...missing.map((hash) => join(MEDIA, hash))];
  const bytes = files.reduce((sum, file) => sum + statSync(join(backup, file)).size, 0);
  requireSpace(folder, bytes, 'The backup');
  for (const file of files) {
    copyFileSync(join(backup, file), join(half, file));
    chmodSync(join(half, file), 0o600);
    syncPath(join(half, file));
  }
  for (const hash of missing)
    if (!isThere(join(half, MEDIA, hash), hash))
      throw new RestoreError(`The medium ${hash} changed while it was copied. Nothing was changed.`);
}

const isThere = (file: string, hash: string) => existsSync(file) && hashOfFileNow(file) === hash;

/**
 * Finishes a restore that was whole and is not in place yet: at the start of a hub, since the one that made it may have been
 * killed. What was not whole goes.
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
  // The store comes last: what another one left to be written into it is not its.
  if (existsSync(join(whole, STORE))) {
    for (const end of ['-wal', '-shm', '-journal']) rmSync(join(folder, STORE + end), { force: true });
    renameSync(join(whole, STORE), join(folder, STORE));
  }
  syncPath(folder);
  rmSync(whole, { recursive: true, force: true });
}
