import { NAMELESS } from '../../team/names.ts';
import type { Capabilities } from '../capabilities.ts';
import type { HubContext } from '../context.ts';
import { writeOwn } from '../rooms/hub-room.ts';
import { deleteKey, everyValue } from '../store/versions.ts';
import type { MonthlyBytes } from '../sync/monthly-bytes.ts';
import { authoredItems } from './authored-items.ts';
import { addLine, erasedIn } from './removal-lists.ts';

/** The parts of the hub that erasing uses; it may run before the capabilities are open. */
export interface Erasing extends Pick<HubContext, 'settings' | 'now' | 'people' | 'rooms' | 'db' | 'media'> {
  readonly capabilities: Capabilities;
  readonly quota: MonthlyBytes;
}

/**
 * Erases what a person wrote: their own rooms, their items in shared rooms with the history, and their name. After a restore
 * it is repeated from a list that is in no backup. That they were a member, and when, stays: without it nobody could show
 * that the erasure was done.
 */
export async function eraseMember(hub: Erasing, member: string): Promise<void> {
  addLine(hub.settings.folder, 'erased', { member, at: hub.now() });
  await eraseNow(hub, member);
}

/** Erases people again whom a restored backup has brought back. */
export async function eraseAgain(hub: Erasing): Promise<string[]> {
  const members = erasedIn(hub.settings.folder);
  const back = members.filter((member) => (hub.people.member(member)?.name ?? NAMELESS) !== NAMELESS);
  for (const member of back) await eraseNow(hub, member);
  return back;
}

/** Removes a member's name from the history of the room `team`. */
export async function forgetName(hub: Pick<HubContext, 'rooms' | 'db'>, member: string): Promise<void> {
  const connection = await hub.rooms.server.openDirectConnection('team');
  if (connection.document) await hub.rooms.log.compact('team', connection.document, 0);
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

async function eraseNow(hub: Erasing, member: string): Promise<void> {
  // A removed member's updates are no longer admitted; wait until those admitted before are on the disk.
  await hub.rooms.log.settled();
  await hub.capabilities.caughtUp();
  hub.capabilities.forget(member);
  await hub.quota.forget(member);
  for (const room of await roomsOf(hub, member)) {
    if (hub.rooms.named(room)?.owner === member) await dropRoom(hub, room);
    else await dropItems(hub, room, member);
  }
  await hub.capabilities.eraseRows(hub, member);
  await dropMedia(hub, member);
  await hub.people.change(member, { name: NAMELESS, listed: 0, listedat: null });
  await hub.db.updateTable('device').set({ name: NAMELESS }).where('member', '=', member).execute();
}

/** Deletes a person's media; one that a colleague's item shows too becomes the colleague's. Call after the rooms. */
async function dropMedia(hub: Erasing, member: string): Promise<void> {
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

/** Which of these media are shown by others' items, and by whom. Reads the whole history once, in batches. */
async function shownBy(hub: Erasing, hashes: ReadonlySet<string>, but: string): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  if (hashes.size === 0) return shown;
  for await (const versions of everyValue(hub.db))
    for (const { member, value } of versions)
      for (const [hash] of value?.matchAll(HASHES) ?? [])
        if (member !== but && hashes.has(hash) && !shown.has(hash)) shown.set(hash, member);
  return shown;
}

async function roomsOf(hub: Erasing, member: string): Promise<string[]> {
  const rows = await hub.db
    .selectFrom('version')
    .select('room')
    .distinct()
    .where('member', '=', member)
    .execute();
  return rows.map(({ room }) => room);
}

async function dropRoom(hub: Erasing, room: string): Promise<void> {
  hub.rooms.server.closeConnections(room);
  await hub.rooms.log.settled();
  await hub.rooms.log.drop(room);
}

/**
 * Removes a person's items from a shared room: first the current ones, then the snapshot and log, then the history. In this
 * order an erasure that was interrupted by a kill can still be found and repeated.
 */
async function dropItems(hub: Erasing, room: string, member: string): Promise<void> {
  const connection = await hub.rooms.server.openDirectConnection(room);
  const { document } = connection;
  if (!document) return;
  for await (const touched of authoredItems(hub.db, room, member)) {
    const changes = touched.filter(({ isCurrent }) => isCurrent);
    // Without history rows, since it is the history that is being erased.
    await writeOwn(hub.rooms.writing, document, changes, () => hub.rooms.writing.clientId, false);
  }
  await hub.rooms.log.compact(room, document, 0);
  // Items they created go with their whole history; of others' items, only this person's versions.
  for await (const touched of authoredItems(hub.db, room, member))
    for (const { root, key, value } of touched)
      await deleteKey(hub.db, { room, root, key }, value === undefined ? null : member);
  await connection.disconnect();
}
