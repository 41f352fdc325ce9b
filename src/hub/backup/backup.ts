import { constants, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkStore } from '../store/check.ts';
import { HALF } from '../store/copy-database.ts';
import { flushPath } from '../store/flush.ts';
import { requireSpace } from '../store/free-space.ts';
import type { Store } from '../store/sqlite.ts';
import {
  HASH,
  hashOfFile,
  KEY,
  MANIFEST,
  type Manifest,
  MEDIA,
  mediaNamedIn,
  STORE,
  settleCopy,
} from './contents.ts';

const FOLDER = 'backups';
const MOST_BACKUPS = 14;
/** Error codes where hard links are not possible: across disks, or on file systems without them. */
const NO_LINKS: readonly unknown[] = [
  'EXDEV',
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EACCES',
];
/** Pause after each copied medium, ms, so that writes for links reach the disk in between. */
const PAUSE = 20;

/**
 * Writes a backup while the hub runs: a consistent copy of the store and the media it refers to. Answers with its name. Media
 * never change, so they are hard-linked where the disk allows it. The backup appears only once it is complete and checked.
 * Throws a StoreError if there is no room.
 */
export async function backUp(store: Store, folder: string, now: number): Promise<string> {
  const backups = join(folder, FOLDER);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  await chmod(backups, 0o700);
  dropPartialBackups(folder);
  const name = newName(await readdir(backups), now);
  const half = join(backups, name + HALF);
  try {
    await fill(store, folder, half, now);
    await rename(half, join(backups, name));
    await flushPath(backups);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
  for (const old of (await readdir(backups)).sort().slice(0, -MOST_BACKUPS))
    await rm(join(backups, old), { recursive: true, force: true });
  return name;
}

/** A backup's name: its time, with a number if there is one of the same second already. */
function newName(names: readonly string[], now: number): string {
  const second = new Date(now).toISOString().replaceAll(':', '-').slice(0, 19);
  for (let n = 1, name = second; ; name = `${second}-${n}`) {
    if (!names.includes(name)) return name;
    n += 1;
  }
}

/** Deletes unfinished backups of a killed process. */
export function dropPartialBackups(folder: string): void {
  const backups = join(folder, FOLDER);
  const names = readdirOrNone(backups).filter((name) => name.endsWith(HALF));
  for (const name of names) rmSync(join(backups, name), { recursive: true, force: true });
}

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function fill(store: Store, folder: string, half: string, now: number): Promise<void> {
  const [from, to, copy] = [join(folder, MEDIA), join(half, MEDIA), join(half, STORE)];
  await mkdir(to, { recursive: true, mode: 0o700 });
  await chmod(half, 0o700);
  // Media are collected before and after the store is copied, since they may be erased or added meanwhile.
  for (const hash of await readdir(from)) if (HASH.test(hash)) await taken(join(from, hash), join(to, hash));
  await store.copyTo(copy);
  const named = mediaNamedIn(copy);
  const missing: string[] = [];
  for (const { hash, bytes } of named)
    if (!(await isThere(join(to, hash), bytes)) && !(await taken(join(from, hash), join(to, hash))))
      missing.push(hash);
  const hashes = new Set(named.map(({ hash }) => hash));
  for (const hash of await readdir(to)) if (!hashes.has(hash)) await rm(join(to, hash));
  settleCopy(copy, missing);
  await checkStore(copy);
  await copyFile(join(folder, KEY), join(half, KEY));
  const manifest: Manifest = {
    format: 1,
    at: now,
    store: await hashOfFile(copy),
    key: await hashOfFile(join(half, KEY)),
    media: named.length - missing.length,
  };
  await writeFile(join(half, MANIFEST), JSON.stringify(manifest), { mode: 0o600 });
  for (const file of [STORE, KEY, MANIFEST]) {
    await chmod(join(half, file), 0o600);
    await flushPath(join(half, file));
  }
  for (const one of [to, half]) await flushPath(one);
}

const isThere = (file: string, bytes: number): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size === bytes,
    () => false,
  );

/** Hard-links or copies a medium; false if it is gone. */
async function taken(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    await chmod(to, 0o600);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return true;
    if (code === 'ENOENT') return false;
    if (!NO_LINKS.includes(code)) throw error;
  }
  return copied(from, to);
}

async function copied(from: string, to: string): Promise<boolean> {
  const size = await stat(from).then(
    (file) => file.size,
    () => null,
  );
  if (size === null) return false;
  requireSpace(join(to, '..'), size, 'A backup of the media');
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, 0o600);
  await flushPath(to);
  await new Promise((resume) => setTimeout(resume, PAUSE));
  return true;
}
