import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { Items, RoomItems } from '../../workspace/rooms/room-items.ts';

const NONE: Items = new Map();

/** The items of a root, live; of several rooms together, as the months of a span. */
export function useItems(rooms: RoomItems | null, names: readonly string[], root: string): Items {
  const [items, setItems] = useState<Items>(NONE);
  const all = names.join(' ');
  useEffect(() => {
    if (!rooms) return undefined;
    const parts = new Map<string, Items>();
    const stop = new AbortController();
    for (const name of names)
      rooms.watch(
        name,
        root,
        (items) => {
          parts.set(name, items);
          setItems(new Map([...parts.values()].flatMap((part) => [...part])));
        },
        stop.signal,
      );
    return () => stop.abort();
  }, [rooms, all, root]);
  return items;
}

/** Splits items by a schema; the view shows how many do not fit. */
export function fitting<Value>(items: Items, schema: z.ZodMiniType<Value>): Value[] {
  return [...items.values()].flatMap((value) => {
    const read = schema.safeParse(value);
    return read.success ? [read.data] : [];
  });
}
