import { announce } from '../workspace/announce.ts';
import type { Workspace } from '../workspace/open.ts';
import { bitsOf, marks } from './mark.ts';
import { MOST_MARKS } from './messages.ts';

/** Two bits per post (1 shared, 2 captured), in the order of the request. */
export async function bitsFor(workspace: Workspace, posts: readonly string[]): Promise<number[]> {
  const rows = await workspace.rows(marks).bulkGet([...posts]);
  return rows.map(bitsOf);
}

/** All non-empty marks of a site; null if there are more than a page should hold. */
export async function allBits(workspace: Workspace, site: string): Promise<Record<string, number> | null> {
  const rows = await workspace
    .rows(marks)
    .where('post')
    .startsWith(`${site}:`)
    .limit(MOST_MARKS + 1)
    .toArray();
  if (rows.length > MOST_MARKS) return null;
  return Object.fromEntries(rows.map((mark) => [mark.post, bitsOf(mark)]).filter(([, bits]) => bits !== 0));
}

/** Sends the current marks of these posts to all open pages. Call after each change. */
export async function broadcastMarks(workspace: Workspace, posts: readonly string[]): Promise<void> {
  const bits = await bitsFor(workspace, posts);
  await announce({
    musubi: 1,
    name: 'marks',
    marks: Object.fromEntries(posts.map((post, i) => [post, bits[i] ?? 0])),
  });
}
