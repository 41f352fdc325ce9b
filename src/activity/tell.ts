import { announce } from '../workspace/announce.ts';
import type { Workspace } from '../workspace/open.ts';
import { bitsOf, marks } from './mark.ts';

/** Two bits a post (1 shared, 2 kept), in the order asked. */
export async function bitsFor(workspace: Workspace, posts: readonly string[]): Promise<number[]> {
  const rows = await workspace.rows(marks).bulkGet([...posts]);
  return rows.map(bitsOf);
}

/** Tells every open page how these posts stand now. Call after whatever changed them. */
export async function tellMarks(workspace: Workspace, posts: readonly string[]): Promise<void> {
  const bits = await bitsFor(workspace, posts);
  await announce({
    musubi: 1,
    name: 'marks',
    marks: Object.fromEntries(posts.map((post, i) => [post, bits[i] ?? 0])),
  });
}
