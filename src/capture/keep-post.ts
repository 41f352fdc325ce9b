import { broadcastMarks } from '../activity/broadcast-marks.ts';
import type { Post } from '../post/post.ts';
import type { Workspace } from '../workspace/open.ts';
import { keep } from './keep.ts';
import type { KeepResult } from './messages.ts';
import { fetchPictures } from './pictures.ts';
import { captures } from './tables.ts';

/** Captures a post; after the answer, fetches its pictures and updates open pages. */
export async function keepPost(
  workspace: Workspace,
  id: string,
  post: Post,
  at: number,
): Promise<KeepResult> {
  const result = await keep(workspace, id, post, at);
  const capture = await workspace.rows(captures).get(result.id);
  if (capture) void fetchPictures(workspace, capture);
  void broadcastMarks(workspace, [post.key]);
  return result;
}
