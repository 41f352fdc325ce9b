import type { Post } from '../post/post.ts';
import { untracked } from './strip-tracking.ts';

export interface Target {
  readonly url: string;
  readonly kind: 'outgoing' | 'post';
}

/**
 * What a share can point to: the post's own outgoing links first, where a tracking code can do its work, then
 * the post itself. A colleague's code in a link is theirs and is not passed on.
 */
export function targetsOf(post: Pick<Post, 'links' | 'url'>): Target[] {
  const outgoing = post.links.map((url) => ({ url: untracked(url), kind: 'outgoing' as const }));
  return [...outgoing, { url: post.url, kind: 'post' }];
}
