import { eraseNames } from '../../link/hub/link-names.ts';
import { NAMELESS } from '../../team/names.ts';
import type { Hub } from '../hub.ts';
import { writeOwn } from '../rooms/hub-room.ts';
import { deleteKey, deleteRoom, everyValue } from '../store/versions.ts';
import { authoredItems } from './authored-items.ts';
import { addLine, erasedIn } from './removal-lists.ts';

/**
 * Erases what a person wrote: their own rooms, what is theirs in shared ones with its past, their name. It is done again
 * after a restore, from a list that no backup holds. That they were here, and when, stays: without it nobody could say
 * that the erasure was done.
 */
export async function eraseMember(hub: Hub, member: string): Promise<void> {
  addLine(hub.settings.folder, 'erased', { member, at: hub.now() });
  await eraseNow(hub, member);
}

/** Erases again whom a restored backup has brought back. */
export async function eraseAgain(hub: Hub): Promise<string[]> {
  const members = erasedIn(hub.settings.folder);
  const back = members.filter((member) => (hub.people.member(member)?.name ?? NAMELESS) !== NAMELESS);
  for (const member of back) await eraseNow(hub, member);
  return back;
}

/** Takes a name out of the past of the room `team`, where the hub wrote it. */
export async function forgetName(hub: Hub, member: string): Promise<void> {
  const connection = await hub.server.openDirectConnection('team');
  if (connection.document) await hub.roomLog.compact('team', connection.document, 0);
  await connection.disconnect();
  const rows = hub.db
    .selectFrom('version')
    .select('seq')
    .where('room', '=', 'team')
    .where('key', '=', member);
  const last = await rows.orderBy('seq', 'desc').executeTakeFirst();
  await hub.db
    .deleteFrom('version')
    .where('room', '=', 'team')
    .where('key', '=', member)
    .where('seq', '<', Number(last?.seq ?? 0))
    .execute();
}

async function eraseNow(hub: Hub, member: string): Promise<void> {
  // They are removed, and nothing new of theirs is admitted: what was admitted before is on the disk after this.
  await hub.admittedIsWritten();
  for (const room of await roomsOf(hub, member)) {
    if (room.startsWith(`member/${member}/`)) await dropRoom(hub, room);
    else await dropItems(hub, room, member);
  }
  await eraseNames(hub.db, member);
  for (const table of ['tally', 'link', 'linkday', 'figurechange', 'written'] as const)
    await hub.db.deleteFrom(table).where('member', '=', member).execute();
  await dropMedia(hub, member);
  await hub.people.change(member, { name: NAMELESS, listed: 0, listedat: null });
  await hub.db.updateTable('device').set({ name: NAMELESS }).where('member', '=', member).execute();
}

/** Takes away what a person brought, unless what a colleague wrote shows it too: it is theirs then. After the rooms. */
async function dropMedia(hub: Hub, member: string): Promise<void> {
  await hub.media.dropPartialUploads(member);
  const media = await hub.db.selectFrom('medium').select('hash').where('member', '=', member).execute();
  const shown = await shownBy(hub, new Set(media.map(({ hash }) => hash)), member);
  for (const { hash } of media) {
    const other = shown.get(hash);
    if (other === undefined) await hub.media.remove(hash);
    else await hub.db.updateTable('medium').set({ member: other }).where('hash', '=', hash).execute();
  }
}

const HASHES = /[0-9a-f]{64}/g;

/** Media that what others wrote shows, and by whom: the past is read once for all of them, some of it at a time. */
async function shownBy(hub: Hub, hashes: ReadonlySet<string>, but: string): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  if (hashes.size === 0) return shown;
  for await (const versions of everyValue(hub.db))
    for (const { member, value } of versions)
      for (const [hash] of value?.matchAll(HASHES) ?? [])
        if (member !== but && hashes.has(hash) && !shown.has(hash)) shown.set(hash, member);
  return shown;
}

async function roomsOf(hub: Hub, member: string): Promise<string[]> {
  const rows = await hub.db
    .selectFrom('version')
    .select('room')
    .distinct()
    .where('member', '=', member)
    .execute();
  return rows.map(({ room }) => room);
}

async function dropRoom(hub: Hub, room: string): Promise<void> {
  hub.server.closeConnections(room);
  await hub.roomLog.settled();
  await deleteRoom(hub.db, 'log', room);
  await hub.db.deleteFrom('snapshot').where('room', '=', room).execute();
  await deleteRoom(hub.db, 'version', room);
  await hub.db.deleteFrom('tally').where('room', '=', room).execute();
}

/**
 * Takes what a person wrote out of a room that others go on using: what stands, then the snapshot and log of before, then
 * the past. In this order, so that one that is cut off by a kill is found and done again.
 */
async function dropItems(hub: Hub, room: string, member: string): Promise<void> {
  const connection = await hub.server.openDirectConnection(room);
  const { document } = connection;
  if (!document) return;
  for await (const touched of authoredItems(hub.db, room, member)) {
    const changes = touched.filter(({ isCurrent }) => isCurrent);
    // Nothing of it goes into the history, from which it is being taken.
    await writeOwn({ log: hub.roomLog, now: hub.now }, document, changes, () => hub.clientId, false);
  }
  await hub.roomLog.compact(room, document, 0);
  // What they began goes with all that followed; of what others began, only their own part.
  for await (const touched of authoredItems(hub.db, room, member))
    for (const { root, key, value } of touched)
      await deleteKey(hub.db, { room, root, key }, value === undefined ? null : member);
  await connection.disconnect();
}
