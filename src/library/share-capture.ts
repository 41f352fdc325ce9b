import type { Capture } from '../capture/capture.ts';
import { media } from '../capture/tables.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { monthOf, roomName } from '../workspace/room.ts';
import { LibraryPost, MAX_POST_TEXT } from './library-post.ts';
import { previewEnd, previewOf } from './picture-preview.ts';
import { libraryRoom } from './rooms.ts';

/**
 * What the team gets of a captured post: text, author and address, and the hash of a small preview. Notes, tags
 * and the pictures themselves stay on the device.
 */
export function libraryPostOf(capture: Capture, at: number, thumbnail = ''): LibraryPost {
  const { id, read } = capture;
  const { url, author, text, title, site, time, day } = read;
  const until = thumbnail ? previewEnd(capture, at) : null;
  return LibraryPost.parse({
    id,
    at,
    url,
    author: { name: author.name.slice(0, 300), handle: author.handle.slice(0, 300) },
    text: (text || title).slice(0, MAX_POST_TEXT).toWellFormed(),
    site: site === 'page' ? new URL(url).host : site,
    time,
    ...(day !== undefined && { day }),
    thumbnail,
    ...(until !== null && { until }),
    trashed: 0,
  });
}

/** The first stored picture. */
async function pictureOf(workspace: Workspace, { pictures }: Capture): Promise<Blob | null> {
  const stored = pictures.find(({ state }) => state === 'stored');
  const medium = stored && (await workspace.rows(media).get(stored.hash));
  return medium ? new Blob([new Uint8Array(medium.bytes)], { type: medium.type }) : null;
}

/** Shares a captured post with the team. Sharing it again in the same month updates it. */
export async function shareCapture(team: Team, capture: Capture, at: number): Promise<void> {
  const picture = await pictureOf(team.workspace, capture);
  const preview = picture && (await previewOf(capture, picture, at));
  const brought = preview && (await team.bring(preview));
  const post = libraryPostOf(capture, at, brought?.ok ? brought.hash : '');
  await team.rooms.put(roomName(libraryRoom, { month: monthOf(at) }), 'posts', capture.id, post);
}
