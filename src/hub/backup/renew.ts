import { DatabaseSync } from 'node:sqlite';
import type { Role } from '../../workspace/room.ts';
import { EVERYBODY, isLower } from '../people/rights.ts';
import { removedIn } from './removal-lists.ts';

/** More devices than join between two backups; their numbers are skipped. */
const NUMBERS = 10_000;
/** Device numbers reserved per second since `SINCE` (UTC ms): more than can join. */
const PER_SECOND = 20;
const SINCE = Date.UTC(2026, 10, 1);

/**
 * Makes a restored store distinct from the one it was copied from: a new epoch, no device number that may have been used, and
 * the removals and demotions since then, from the lists in the folder.
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
 * The lowest free device number. Devices that joined after the backup used numbers that it does not know, and so did those
 * that joined after an earlier restore of the same backup: the clock keeps two restores apart.
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
  const since = newestIn(database);
  let isMissing = false;
  for (const { member, device, lowered, role, at } of removedIn(folder)) {
    if (member && removeMember.run(at, member).changes > 0) isMissing = true;
    if (device) removeDevice.run(at, device);
    // Of before the backup: they may have been promoted again by then.
    if (lowered && role && at >= since && lower(database, lowered, role)) isMissing = true;
  }
  // They may know an invite that was open then and that the backup has brought back.
  if (isMissing) database.prepare('update invite set revoked = ? where revoked is null').run(now);
}

/** When something was written last, UTC ms: what happened before is in the store. */
function newestIn(database: DatabaseSync): number {
  const row = database.prepare('select max(at) as at from version').get();
  return Number(row?.at ?? 0);
}

/** Lowers a member's role; false if it is as low already. */
function lower(database: DatabaseSync, member: string, role: Role): boolean {
  const row = database.prepare('select role from member where id = ?').get(member);
  const now = EVERYBODY.find((one) => one === row?.role);
  if (!now || !isLower(role, now)) return false;
  database.prepare('update member set role = ? where id = ?').run(role, member);
  return true;
}
