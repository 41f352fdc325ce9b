import type { XPost } from './posts.ts';

const EPOCH = 1288834974657;

/** Snowflake whose upper bits are the time, as X makes them. */
export const idOf = (post: Pick<XPost, 'time' | 'handle'>): string =>
  String((BigInt(Date.parse(post.time) - EPOCH) << 22n) + BigInt(post.handle.length));

export const pathOf = (post: XPost): string => `/${post.handle}/status/${idOf(post)}`;
