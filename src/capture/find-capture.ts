import type { Post } from '../post/post.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { permalinkOf, spellingsOf } from './permalink.ts';
import { captures } from './tables.ts';

/** The better of two readings of a post: complete before partial, by a recipe before by page data, else the newer. */
export function betterReading(before: Post, after: Post): Post {
  const rank = ({ status, site }: Post) => (status === 'full' ? 2 : 0) + (site === 'page' ? 0 : 1);
  return rank(after) < rank(before) ? before : after;
}

/**
 * Two readings by the same recipe with different keys are different posts; only another source can have another
 * key for the same post.
 */
export function mayBeSamePost(a: Post, b: Post): boolean {
  return a.site !== b.site || a.site === 'page';
}

async function elsewhere(workspace: Workspace, post: Post): Promise<Capture | undefined> {
  const permalink = permalinkOf(post);
  if (!permalink) return undefined;
  return workspace
    .rows(captures)
    .where('read.url')
    .anyOf(spellingsOf(post.url))
    .filter(
      ({ read, into }) =>
        !into && read.key !== post.key && mayBeSamePost(read, post) && permalinkOf(read) === permalink,
    )
    .first();
}

/** Finds the capture of a post by its key, by another known key, or by its permalink. */
export async function findCapture(workspace: Workspace, post: Post): Promise<Capture | undefined> {
  const rows = workspace.rows(captures);
  let own = await rows.where('post').equals(post.key).first();
  // Merges can be chained: each row names the next.
  for (let steps = 0; own?.into && steps < 50; steps += 1) own = await rows.get(own.into);
  return own ?? (await rows.where('also').equals(post.key).first()) ?? elsewhere(workspace, post);
}
