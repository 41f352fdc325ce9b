import type { Post } from '../post/post.ts';

/** `utm_campaign` of a share that belongs to no campaign of a team. */
export const CAMPAIGN = 'musubi';

/** What a share calls its post, in one line: its title, else how it begins. At most 120 UTF-16 units. */
export function titleOf(post: Pick<Post, 'title' | 'text'>): string {
  return (post.title || post.text).replace(/\s+/g, ' ').trim().slice(0, 120);
}
