import type { Capture } from '../capture/tables.ts';
import { monthOf } from '../workspace/room.ts';
import type { RoomItems } from '../workspace/rooms/room-items.ts';
import { LibraryPost, MAX_GIVEN_TEXT } from './given-post.ts';

/** What a team gets of a captured post: what its author said, and where. Notes, tags and pictures stay here. */
export function givenPost({ id, read }: Capture, by: string, at: number): LibraryPost {
  const { url, author, text, title, site, time } = read;
  return LibraryPost.parse({
    id,
    at,
    by,
    url,
    author: { name: author.name.slice(0, 300), handle: author.handle.slice(0, 300) },
    text: (text || title).slice(0, MAX_GIVEN_TEXT).toWellFormed(),
    site: site === 'page' ? new URL(url).host : site,
    time,
    thumbnail: '',
    trashed: 0,
  });
}

/** Gives a captured post to the team. Giving it again in the same month renews what stands there. */
export function give(rooms: RoomItems, capture: Capture, by: string, at: number): Promise<void> {
  return rooms.put(`library/${monthOf(at)}`, 'posts', capture.id, givenPost(capture, by, at));
}
