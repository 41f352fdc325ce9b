import { type Remark, SUB, type Submission } from './posts.ts';

const slug = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 50);

export const pathOf = (post: Submission): string =>
  `/r/${SUB}/comments/${post.id}/${encodeURI(slug(post.title))}/`;

/** The present site names a remark under `comment`; the old one under the post's own words. */
export const remarkPath = (post: Submission, remark: Remark, old = false): string =>
  old ? `${pathOf(post)}${remark.id}/` : `/r/${SUB}/comments/${post.id}/comment/${remark.id}/`;
