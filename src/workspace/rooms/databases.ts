import { newId } from '../ids.ts';
import type { Workspace } from '../open.ts';
import { edits, replicas, roomStores } from './tables.ts';

/** How long a database that is to go may be in use elsewhere, ms; the next start deletes it then. */
const PATIENCE = 2000;

/** Not `<diary>-`: those are copies of the diary, which go when something of it is deleted (privacy/erase.ts). */
const prefixOf = (workspace: Workspace) => `${workspace.diary.name}:room `;

/** A name that no room had before: one whose deletion waits for another context may not be opened again. */
export const newDatabase = (workspace: Workspace, room: string): string =>
  `${prefixOf(workspace)}${room} ${newId()}`;

/** The database of a room, by a new name where it has none. */
export function claimDatabase(workspace: Workspace, room: string): Promise<string> {
  return workspace.together([roomStores], async () => {
    const there = await workspace.rows(roomStores).get(room);
    if (there) return there.database;
    const database = newDatabase(workspace, room);
    await workspace.put(roomStores, { room, database, bytes: 0 });
    return database;
  });
}

/** Gives a room another database where it still has this one: what is in it cannot be read. */
export function setAside(workspace: Workspace, room: string, database: string): Promise<string> {
  return workspace.together([roomStores], async () => {
    const there = await workspace.rows(roomStores).get(room);
    if (there && there.database !== database) return there.database;
    const next = newDatabase(workspace, room);
    await workspace.put(roomStores, { room, database: next, bytes: 0 });
    return next;
  });
}

/** Tables of which rows are to go where a room begins anew. */
export const OF_ROOMS = [replicas, edits, roomStores] as const;

/**
 * Takes from a room all that stands in it on this device, within the caller's transaction: without its name no database is
 * opened again. The file itself goes when the rooms are swept.
 */
export async function emptyRoom(workspace: Workspace, room: string): Promise<void> {
  await workspace.rows(replicas).where('room').equals(room).delete();
  await workspace.rows(edits).where('room').equals(room).delete();
  await workspace.rows(roomStores).delete(room);
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    const late = setTimeout(done, PATIENCE);
    request.onsuccess = request.onerror = () => {
      clearTimeout(late);
      done();
    };
  });
}

/** Deletes the databases that are no room's any more. The list is read first: a room is named before its database is made. */
export async function sweepRooms(workspace: Workspace): Promise<void> {
  const prefix = prefixOf(workspace);
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
  if (names.length === 0) return;
  const rows = await workspace.rows(roomStores).toArray();
  const current = new Set(rows.map(({ database }) => database));
  await Promise.all(names.filter((name) => !current.has(name)).map(deleteDatabase));
}
