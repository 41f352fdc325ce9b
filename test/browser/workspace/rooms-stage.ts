import { afterEach, beforeEach, vi } from 'vitest';
import type { Workspace } from '../../../src/workspace/open.ts';
import { sweepRooms } from '../../../src/workspace/rooms/databases.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { edits, roomStores } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace } from '../stage.tsx';
import { DEVICE, ROOM } from './elsewhere.ts';

export { DEVICE, ROOM };

const opened: Rooms[] = [];

export const stage = { workspace: ownWorkspace() };

/** A diary of its own for each test of a file; rooms that it opened are closed behind it, and their databases go. */
export function onStage(): void {
  beforeEach(() => {
    stage.workspace = ownWorkspace();
  });
  afterEach(async () => {
    const { workspace } = stage;
    vi.useRealTimers();
    vi.restoreAllMocks();
    for (const rooms of opened.splice(0)) rooms.close();
    await workspace.diary.open();
    await Promise.all([workspace.rows(edits).clear(), workspace.rows(roomStores).clear()]);
    await sweepRooms(workspace);
    await workspace.diary.delete();
  });
}

/** The rooms of another page of this device. */
export function page(of: Workspace = stage.workspace): Rooms {
  const rooms = new Rooms(of, DEVICE);
  opened.push(rooms);
  return rooms;
}

/** The rooms' databases on the disk. */
export const databases = async () =>
  (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(`${stage.workspace.diary.name}:room `) ? [name] : [],
  );

export const put = (rooms: Rooms, n: number, value: unknown = { at: 1, n }) =>
  rooms.put(ROOM, 'items', `i${n}`, value);

export async function fill(rooms: Rooms, count = 30): Promise<void> {
  for (let n = 0; n < count; n += 1) await put(rooms, n);
}

export const itemsOf = (rooms: Rooms) => rooms.room(ROOM).items('items');

/** How many items stand in the room, once it is read. */
export async function read(rooms: Rooms): Promise<number> {
  await rooms.room(ROOM).ready;
  return itemsOf(rooms).size;
}

/** How many stand in the room's own database alone, with none from the edits. */
export async function readFromFile(): Promise<number> {
  await stage.workspace.rows(edits).clear();
  return read(page());
}
