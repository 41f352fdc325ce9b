import { DatabaseSync } from 'node:sqlite';
import { removedIn } from './removal-lists.ts';

/** More devices than join between two backups. */
const NUMBERS = 10_000;
/** Numbers of devices that are left to each second since then, UTC ms: more than join in it. */
const PER_SECOND = 20;
const SINCE = Date.UTC(2026, 10, 1);

/**
 * Makes a restored store another than the one it was: a new epoch, no number that a device may have had, and who was removed
 * since by the lists of the folder stays so.
 */
export function renew(store: string, folder: string, now: number): void {
  const database = new DatabaseSync(store);
  try {
    database.exec(
      'pragma journal_mode = delete; pragma synchronous = full; pragma secure_delete = on; begin',
    );
    const set = database.prepare('insert or replace into meta (name, value) values (?, ?)');
    set.run('epoch', crypto.randomUUID());
    set.run('deviceFloor', String(floorOf(database, now)));
    replayRemovals(database, folder, now);
    database.exec('commit');
  } finally {
    database.close();
  }
}

/**
 * Devices that joined after the backup have numbers of their own, and so have those that joined after it was restored before:
 * the clock tells two restores of one backup apart.
 */
function floorOf(database: DatabaseSync, now: number): number {
  const last = database.prepare('select max(number) as number from device').get();
  const floor = database.prepare(`select value from meta where name = 'deviceFloor'`).get();
  const known = Math.max(Number(last?.number ?? 0), Number(floor?.value ?? 0));
  return Math.max(known + NUMBERS, Math.floor(((now - SINCE) / 1000) * PER_SECOND));
}

function replayRemovals(database: DatabaseSync, folder: string, now: number): void {
  const removeMember = database.prepare('update member set removed = ? where id = ? and removed is null');
  const removeDevice = database.prepare('update device set removed = coalesce(removed, ?) where number = ?');
  let isMissing = false;
  for (const { member, device, at } of removedIn(folder)) {
    if (member && removeMember.run(at, member).changes > 0) isMissing = true;
    if (device) removeDevice.run(at, device);
  } // They may know the invites that were open then, and would come back by one that the backup has brought back.
  if (isMissing) database.prepare('update invite set revoked = ? where revoked is null').run(now);
}
