import { createPrivateKey } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { damageOf, openedToRead } from '../store/check.ts';
import type { Steps } from '../store/migrate.ts';
import { HASH, hashOfFileNow, KEY, MANIFEST, Manifest, MEDIA, mediaNamedIn, STORE } from './contents.ts';
import { RestoreError } from './restore-error.ts';

/** Backups of stores with this migration have a manifest. */
const SINCE = '0002-links-of-clicks';
const MOST_MANIFEST = 64 << 10;

/**
 * Checks a whole backup without changing anything; answers with its media. Throws a RestoreError if it is not as a hub made
 * it: incomplete, changed, with foreign files, or with links that lead out of it.
 */
export function checkBackup(backup: string, known: Steps): string[] {
  try {
    return checked(backup, known);
  } catch (error) {
    if (error instanceof RestoreError) throw error;
    return refuse(backup, error instanceof Error ? error.message : 'it cannot be read');
  }
}

function checked(backup: string, known: Steps): string[] {
  checkEntries(backup);
  const store = join(backup, STORE);
  const damage = damageOf(store);
  if (damage) refuse(backup, `its store is not whole: ${damage}`);
  const steps = checkSteps(backup, known);
  checkKey(backup);
  checkManifest(backup, steps.includes(SINCE));
  return checkedMedia(backup);
}

function refuse(backup: string, why: string): never {
  throw new RestoreError(`${backup} cannot be restored: ${why}. Nothing was changed.`);
}

/** Checks that a backup has only the files and folders that a hub puts there. */
function checkEntries(backup: string): void {
  for (const name of readdirSync(backup)) {
    if (name === MEDIA) checkFolder(backup, name);
    else if ([STORE, KEY, MANIFEST].includes(name)) checkFile(backup, name, 1);
    else refuse(backup, `it holds ${JSON.stringify(name)}, which no backup has`);
  }
  if (!readdirSync(backup).includes(MEDIA)) return;
  for (const name of readdirSync(join(backup, MEDIA))) {
    // Earlier hubs copied unfinished uploads too; they are not restored.
    if (name === 'half') checkFolder(backup, join(MEDIA, name));
    // A medium may be hard-linked with the hub's folder, so any number of links is fine; its hash is checked.
    else if (HASH.test(name)) checkFile(backup, join(MEDIA, name), Number.POSITIVE_INFINITY);
    else refuse(backup, `it holds ${JSON.stringify(join(MEDIA, name))}, which no backup has`);
  }
}

function checkFolder(backup: string, name: string): void {
  if (!lstatSync(join(backup, name)).isDirectory()) refuse(backup, `${name} is no folder`);
}

function checkFile(backup: string, name: string, mostNames: number): void {
  const file = lstatSync(join(backup, name));
  if (!file.isFile()) refuse(backup, `${name} is no file`);
  if (file.nlink > mostNames) refuse(backup, `${name} is linked from elsewhere, so copy the backup first`);
}

/** Refuses a store with unknown migrations, which is newer, or with triggers or views, which is not ours. */
function checkSteps(backup: string, known: Steps): string[] {
  const database = openedToRead(join(backup, STORE));
  try {
    const objects = database.prepare('select type, name from sqlite_master').all();
    const names = (type: string) =>
      objects.filter((one) => one.type === type).map(({ name }) => String(name));
    if (names('trigger').length + names('view').length > 0) refuse(backup, 'its store was changed');
    for (const table of ['meta', 'member', 'device', 'log', 'version', 'snapshot', 'medium'])
      if (!names('table').includes(table)) refuse(backup, `its store has no ${table}`);
    if (!names('table').includes('kysely_migration')) return [];
    const rows = database.prepare('select name from kysely_migration order by name').all();
    const steps = rows.map(({ name }) => String(name));
    const unknown = steps.find((step) => !Object.hasOwn(known, step));
    if (unknown) refuse(backup, `it was made by a newer hub, with step ${unknown}`);
    return steps;
  } finally {
    database.close();
  }
}

function checkManifest(backup: string, isNeeded: boolean): void {
  const manifest = manifestOf(backup);
  if (!manifest && isNeeded) refuse(backup, `${MANIFEST} is missing or damaged`);
  for (const [file, hash] of [
    [STORE, manifest?.store],
    [KEY, manifest?.key],
  ] as const)
    if (hash && hashOfFileNow(join(backup, file)) !== hash)
      refuse(backup, `${file} is not what was backed up`);
}

function manifestOf(backup: string): Manifest | null {
  const file = join(backup, MANIFEST);
  const size = lstatSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined || size > MOST_MANIFEST) return null;
  try {
    return Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Devices recognise the hub by its key, so a backup needs a valid one. */
function checkKey(backup: string): void {
  try {
    const { asymmetricKeyDetails: details } = createPrivateKey(readFileSync(join(backup, KEY)));
    if (details?.namedCurve === 'prime256v1') return;
  } catch {
    // Refused below.
  }
  refuse(backup, `${KEY} is missing or no key of a hub`);
}

function checkedMedia(backup: string): string[] {
  const named = mediaNamedIn(join(backup, STORE));
  for (const { hash, bytes } of named) {
    if (!HASH.test(hash)) refuse(backup, 'its store was changed');
    const file = join(backup, MEDIA, hash);
    if (lstatSync(file, { throwIfNoEntry: false })?.size !== bytes)
      refuse(backup, `the medium ${hash} is missing or cut off`);
    if (hashOfFileNow(file) !== hash) refuse(backup, `the medium ${hash} is not what was backed up`);
  }
  return named.map(({ hash }) => hash);
}
