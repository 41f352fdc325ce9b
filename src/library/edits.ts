import { newId } from '../workspace/ids.ts';
import { monthOf, roomName } from '../workspace/room.ts';
import type { RoomItems } from '../workspace/rooms/room-items.ts';
import { withTag } from '../workspace/tags.ts';
import type { Comment } from './comment.ts';
import { type Decision, decidedHash } from './decision.ts';
import type { LibraryItem } from './item.ts';
import type { Located } from './read.ts';
import { libraryRoom } from './rooms.ts';

/** Which room an edited value is in. The author is known from the device that writes, never from a field. */
export interface Editing {
  readonly rooms: RoomItems;
  readonly locate: (id: string) => Located<unknown> | undefined;
}

type Stamped = { readonly id: string; readonly at: number };

const newRoom = () => roomName(libraryRoom, { month: monthOf(Date.now()) });

/** New values go into this month's room; edited ones stay in theirs. */
async function put({ rooms, locate }: Editing, root: string, values: readonly Stamped[]): Promise<void> {
  const byRoom = Map.groupBy(values, ({ id }) => locate(id)?.room ?? newRoom());
  for (const [room, all] of byRoom)
    await rooms.putAll(
      room,
      root,
      all.map((value) => ({ key: value.id, value })),
    );
}

/** Writes items, with now as the time of the edit. */
export function saveItems(editing: Editing, items: readonly LibraryItem[]): Promise<void> {
  return put(
    editing,
    'items',
    items.map((item) => ({ ...item, at: Date.now() })),
  );
}

/** Adds a tag to those items that do not have it. */
export function tagged(items: readonly LibraryItem[], tag: string): LibraryItem[] {
  return items
    .map((item) => ({ ...item, tags: withTag(item.tags, tag) }))
    .filter((item, at) => item.tags.length !== items[at]?.tags.length);
}

/** Decides on the present content of items: a later edit makes them suggestions again. */
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

/** Adds a comment on an item or a post. */
export function comment(editing: Editing, about: string, text: string): Promise<void> {
  const written: Comment = { id: newId(), about, at: Date.now(), text, trashed: 0 };
  return put(editing, 'comments', [written]);
}

/** Trashes a comment or a shared post. Its history stays in the hub's log. */
export function trash(
  editing: Editing,
  root: 'comments' | 'posts',
  value: Stamped & { readonly trashed: number },
): Promise<void> {
  return put(editing, root, [{ ...value, trashed: Date.now() } as Stamped]);
}
