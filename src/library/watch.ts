import { roomName } from '../workspace/room.ts';
import type { RoomItems } from '../workspace/rooms/room-items.ts';
import type { RootItems } from './read.ts';
import { libraryRoom } from './rooms.ts';

/**
 * Watches the library's roots of some months and the board's decisions. Calls back with all of them at each
 * change.
 */
export function watchLibrary(
  rooms: RoomItems,
  months: readonly string[],
  roots: readonly string[],
  onChange: (parts: readonly RootItems[]) => void,
  signal: AbortSignal,
): void {
  const parts = new Map<string, RootItems>();
  const watch = (room: string, root: string) =>
    rooms.watch(
      room,
      root,
      (items) => {
        parts.set(`${room} ${root}`, { room, root, items });
        onChange([...parts.values()]);
      },
      signal,
    );
  for (const month of months) for (const root of roots) watch(roomName(libraryRoom, { month }), root);
  watch('board', 'decisions');
}
