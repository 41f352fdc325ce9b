import type { Post } from '../post/post.ts';
import { untracked } from './strip-tracking.ts';

export interface Target {
  readonly url: string;
  readonly kind: 'outgoing' | 'post';
}

/**
 * Possible targets of a share: the post's outgoing links first, where a tracking code is useful, then the post
 * itself. A colleague's code in a link is dropped.
 */
export function targetsOf(post: Pick<Post, 'links' | 'url'>): Target[] {
  const outgoing = post.links.map((url) => ({ url: untracked(url), kind: 'outgoing' as const }));
  return [...outgoing, { url: post.url, kind: 'post' }];
}
