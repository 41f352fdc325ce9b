import type { Post } from '../post/post.ts';

/** The post's pictures, as they stand in it; no videos. */
export function picturesOf(post: Pick<Post, 'media'>): string[] {
  return post.media.filter(({ kind }) => kind === 'image').map(({ url }) => url);
}

/** What a share calls its picture: the first; empty where there is none. */
export function pictureOf(post: Pick<Post, 'media'>): string {
  return picturesOf(post)[0] ?? '';
}
