import type { Post } from '../post/post.ts';

/** The post's pictures in order, without videos. */
export function picturesOf(post: Pick<Post, 'media'>): string[] {
  return post.media.filter(({ kind }) => kind === 'image').map(({ url }) => url);
}

/** The first picture; empty where there is none. */
export function pictureOf(post: Pick<Post, 'media'>): string {
  return picturesOf(post)[0] ?? '';
}
