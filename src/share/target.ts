import type { Post } from '../post/post.ts';

export interface Target {
  readonly url: string;
  readonly kind: 'outgoing' | 'post';
}

/**
 * What a share can point to: the post's own outgoing links first, where a tracking code can do its work, then
 * the post itself.
 */
export function targetsOf(post: Pick<Post, 'links' | 'url'>): Target[] {
  const outgoing = post.links.map((url) => ({ url, kind: 'outgoing' as const }));
  return [...outgoing, { url: post.url, kind: 'post' }];
}
