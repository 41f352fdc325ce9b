import type * as z from 'zod/mini';
import type { Items } from '../workspace/rooms/room-items.ts';
import { Comment } from './comment.ts';
import { Decision } from './decision.ts';
import { LibraryItem } from './item.ts';
import { LibraryPost } from './library-post.ts';

/** A room's root with its current items. */
export interface RootItems {
  readonly room: string;
  readonly root: string;
  readonly items: Items;
}

/** A value with its room, so that an edit goes to the same room. */
export interface Located<Value> {
  readonly room: string;
  readonly value: Value;
  /** Numbers of the devices that wrote it, the first first. */
  readonly writers: readonly number[];
}

/** A value that does not match its schema. It stays in its room unchanged. */
export interface InvalidValue {
  readonly room: string;
  readonly root: string;
  readonly key: string;
  readonly value: unknown;
}

export interface Library {
  readonly items: ReadonlyMap<string, Located<LibraryItem>>;
  readonly posts: ReadonlyMap<string, Located<LibraryPost>>;
  readonly comments: ReadonlyMap<string, Located<Comment>>;
  readonly decisions: ReadonlyMap<string, Located<Decision>>;
  readonly aside: readonly InvalidValue[];
}

type Dated = { readonly id: string; readonly at: number };

/** Parses each value once: rooms return the same object until it changes. Null where it is invalid. */
function reading<Value extends Dated>(
  schema: z.ZodMiniType<Value>,
): (key: string, value: unknown) => Value | null {
  const read = new WeakMap<object, Value | null>();
  return (key, value) => {
    if (typeof value !== 'object' || value === null) return null;
    const known = read.get(value);
    const parsed = known === undefined ? (schema.safeParse(value).data ?? null) : known;
    if (known === undefined) read.set(value, parsed);
    return parsed?.id === key ? parsed : null;
  };
}

const READ = {
  items: reading(LibraryItem),
  posts: reading(LibraryPost),
  comments: reading(Comment),
  decisions: reading(Decision),
};

function gather<Value extends Dated>(
  roots: readonly RootItems[],
  root: string,
  read: (key: string, value: unknown) => Value | null,
  aside: InvalidValue[],
): Map<string, Located<Value>> {
  const all = new Map<string, Located<Value>>();
  for (const { room, items } of roots.filter((one) => one.root === root))
    for (const [key, raw] of items) {
      const value = read(key, raw);
      if (!value) aside.push({ room, root, key, value: raw });
      else if (isNewer({ room, value }, all.get(key)))
        all.set(key, { room, value, writers: items.devicesOf?.(key) ?? [] });
    }
  return all;
}

/** An id can occur in two months; every device takes the one edited last. */
function isNewer<Value extends Dated>(
  one: Omit<Located<Value>, 'writers'>,
  other: Located<Value> | undefined,
): boolean {
  if (!other || one.value.at !== other.value.at) return !other || one.value.at > other.value.at;
  return one.room > other.room;
}

const placeOf = ({ room, root, key }: InvalidValue) => `${room} ${root} ${key}`;

/** The library from its rooms. Independent of the order of its input. */
export function readLibrary(roots: readonly RootItems[]): Library {
  const aside: InvalidValue[] = [];
  const library = roots.filter(({ room }) => room.startsWith('library/'));
  const board = roots.filter(({ room }) => room === 'board');
  const found = {
    items: gather(library, 'items', READ.items, aside),
    posts: gather(library, 'posts', READ.posts, aside),
    comments: gather(library, 'comments', READ.comments, aside),
    decisions: gather(board, 'decisions', READ.decisions, aside),
  };
  return { ...found, aside: aside.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) };
}
