import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RoomItems } from '../../workspace/rooms/room-items.ts';
import type { Comment } from '../comment.ts';
import type { LibraryItem } from '../item.ts';
import { withStatus } from '../item-status.ts';
import type { LibraryPost } from '../library-post.ts';
import { type InvalidValue, type Located, type RootItems, readLibrary } from '../read.ts';
import { type Found, searchable } from '../search.ts';
import { watchLibrary } from '../watch.ts';

export interface ShownLibrary {
  readonly found: readonly Found[];
  readonly places: ReadonlyMap<string, Located<LibraryItem>>;
  /** Shared posts, newest first. */
  readonly posts: readonly Located<LibraryPost>[];
  /** Comments by the id of their item or post, oldest first. */
  readonly comments: ReadonlyMap<string, readonly Located<Comment>[]>;
  readonly commentPlaces: ReadonlyMap<string, Located<Comment>>;
  readonly aside: readonly InvalidValue[];
  readonly isRead: boolean;
}

const ROOTS = ['items', 'posts', 'comments'] as const;

/** The library of some months with the board's decisions, live. */
export function useLibrary(rooms: RoomItems, months: readonly string[]): ShownLibrary {
  const [roots, setRoots] = useState<readonly RootItems[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    watchLibrary(rooms, months, ROOTS, setRoots, stop.signal);
    return () => stop.abort();
  }, [rooms, months.join()]);
  return useMemo(() => shownOf(roots), [roots]);
}

function shownOf(roots: readonly RootItems[]): ShownLibrary {
  const library = readLibrary(roots);
  const found = withStatus(library).map(({ item, verdict, writers }) => searchable(item, verdict, writers));
  const comments = [...library.comments.values()].sort((a, b) => a.value.at - b.value.at);
  return {
    found,
    places: library.items,
    posts: [...library.posts.values()].sort((a, b) => b.value.at - a.value.at),
    comments: Map.groupBy(
      comments.filter(({ value }) => value.trashed === 0),
      ({ value }) => value.about,
    ),
    commentPlaces: library.comments,
    aside: library.aside,
    isRead: roots.length > 0,
  };
}
