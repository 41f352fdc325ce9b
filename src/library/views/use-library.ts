import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RoomItems } from '../../workspace/rooms/room-items.ts';
import { verdictOf } from '../decision.ts';
import type { LibraryItem } from '../item.ts';
import { type Aside, type Placed, readLibrary, type Told } from '../read.ts';
import { type Found, searchable } from '../search.ts';

export interface ShownLibrary {
  readonly found: readonly Found[];
  readonly places: ReadonlyMap<string, Placed<LibraryItem>>;
  readonly aside: readonly Aside[];
  readonly isRead: boolean;
}

/** The library of some months with the board's decisions, live. */
export function useLibrary(rooms: RoomItems, months: readonly string[]): ShownLibrary {
  const [told, setTold] = useState<readonly Told[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const parts = new Map<string, Told>();
    const watch = (room: string, root: string) =>
      rooms.watch(
        room,
        root,
        (items) => {
          parts.set(`${room} ${root}`, { room, root, items });
          setTold([...parts.values()]);
        },
        stop.signal,
      );
    for (const month of months) watch(`library/${month}`, 'items');
    watch('board', 'decisions');
    return () => stop.abort();
  }, [rooms, months.join()]);
  return useMemo(() => shownOf(told), [told]);
}

function shownOf(told: readonly Told[]): ShownLibrary {
  const library = readLibrary(told);
  // By item, once: each looks through its own decisions and not through everybody's.
  const decisions = Map.groupBy(
    [...library.decisions.values()].map(({ value }) => value),
    ({ about }) => about,
  );
  const found = [...library.items.values()].map(({ value }) =>
    searchable(value, verdictOf(value, decisions.get(value.id) ?? [])),
  );
  return { found, places: library.items, aside: library.aside, isRead: told.length > 0 };
}
