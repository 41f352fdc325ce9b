import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../store/sqlite.ts';

const KEPT = 14;
/** More devices than join between two backups. */
const NUMBERS = 10_000;

/** Writes a backup while the hub runs: the store as it stands at one moment, and the media it names. Its folder's name. */
export async function backUp(store: Store, folder: string, now: number): Promise<string> {
  const name = new Date(now).toISOString().replaceAll(':', '-').slice(0, 19);
  const into = join(folder, 'backups', name);
  mkdirSync(into, { recursive: true });
  await store.copyTo(join(into, 'hub.sqlite'));
  const media = join(folder, 'media');
  if (existsSync(media)) cpSync(media, join(into, 'media'), { recursive: true });
  cpSync(join(folder, 'hub.key'), join(into, 'hub.key'));
  const all = readdirSync(join(folder, 'backups')).sort();
  for (const old of all.slice(0, -KEPT)) rmSync(join(folder, 'backups', old), { recursive: true });
  return name;
}

/** A restore that cannot be done, in words for who asked for it. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RestoreError';
  }
}

/**
 * Puts a backup into a folder that holds no hub. The store gets a new epoch, so that every device notices, joins empty
 * and puts its own newer items back. Who was removed or erased after the backup stays so, by the lists beside it.
 */
export function restore(backup: string, folder: string): void {
  if (!existsSync(join(backup, 'hub.sqlite'))) throw new RestoreError(`There is no backup in ${backup}.`);
  if (existsSync(join(folder, 'hub.sqlite'))) throw new RestoreError(`${folder} holds a hub already.`);
  mkdirSync(folder, { recursive: true });
  cpSync(backup, folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec('pragma secure_delete = on');
  database.prepare('update meta set value = ? where name = ?').run(crypto.randomUUID(), 'epoch');
  // Devices that joined after the backup have numbers of their own: none of them is given again.
  const last = database.prepare('select max(number) as number from device').get();
  database
    .prepare('insert or replace into meta (name, value) values (?, ?)')
    .run('deviceFloor', String(Number(last?.number ?? 0) + NUMBERS));
  replayRemovals(database, folder);
  database.close();
}

/** Lines of `removed.jsonl`, which no backup holds and no restore overwrites. */
function replayRemovals(database: DatabaseSync, folder: string): void {
  const file = join(folder, 'removed.jsonl');
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { member, device, at } = JSON.parse(line) as { member?: string; device?: number; at: number };
    if (member)
      database.prepare('update member set removed = coalesce(removed, ?) where id = ?').run(at, member);
    if (device)
      database.prepare('update device set removed = coalesce(removed, ?) where number = ?').run(at, device);
  }
}
