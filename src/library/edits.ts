import { newId } from '../workspace/ids.ts';
import { monthOf } from '../workspace/room.ts';
import type { RoomItems } from '../workspace/rooms/room-items.ts';
import { withTag } from '../workspace/tags.ts';
import type { Comment } from './comment.ts';
import { type Decision, decidedHash } from './decision.ts';
import type { LibraryItem } from './item.ts';
import type { Placed } from './read.ts';

/** Where what is edited stands. Who edits is known by the device that does, and nothing says it of itself. */
export interface Editing {
  readonly rooms: RoomItems;
  readonly placeOf: (id: string) => Placed<unknown> | undefined;
}

type Stamped = { readonly id: string; readonly at: number };

/** What is new goes into this month's room, what is edited into its own. */
async function put({ rooms, placeOf }: Editing, root: string, values: readonly Stamped[]): Promise<void> {
  const byRoom = Map.groupBy(values, ({ id }) => placeOf(id)?.room ?? `library/${monthOf(Date.now())}`);
  for (const [room, all] of byRoom)
    await rooms.putAll(
      room,
      root,
      all.map((value) => ({ key: value.id, value })),
    );
}

/** Writes items as they are given, as edited now. */
export function saveItems(editing: Editing, items: readonly LibraryItem[]): Promise<void> {
  return put(
    editing,
    'items',
    items.map((item) => ({ ...item, at: Date.now() })),
  );
}

/** The items with one more tag, those that do not have it yet. */
export function tagged(items: readonly LibraryItem[], tag: string): LibraryItem[] {
  return items
    .map((item) => ({ ...item, tags: withTag(item.tags, tag) }))
    .filter((item, at) => item.tags.length !== items[at]?.tags.length);
}

/** Decides on items as they stand now: an edit makes each a suggestion again. */
export function decide(
  { rooms }: Editing,
  items: readonly LibraryItem[],
  verdict: Decision['verdict'],
): Promise<void> {
  const at = Date.now();
  const made = items.map((item): Decision => {
    return { id: newId(), about: item.id, hash: decidedHash(item), verdict, at, note: '' };
  });
  return rooms.putAll(
    'board',
    'decisions',
    made.map((value) => ({ key: value.id, value })),
  );
}

/** Says something of an item or a post. */
export function comment(editing: Editing, about: string, text: string): Promise<void> {
  const written: Comment = { id: newId(), about, at: Date.now(), text, trashed: 0 };
  return put(editing, 'comments', [written]);
}

/** Puts a comment or a given post out of sight; its past stays in the hub's log. */
export function trash(
  editing: Editing,
  root: 'comments' | 'posts',
  value: Stamped & { readonly trashed: number },
): Promise<void> {
  return put(editing, root, [{ ...value, trashed: Date.now() } as Stamped]);
}
