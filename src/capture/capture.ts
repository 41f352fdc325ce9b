import * as z from 'zod/mini';
import { Post } from '../post/post.ts';
import { moment } from '../workspace/moment.ts';
import { Recorded, Step } from './rights/permission-step.ts';

/** One look at a captured post: what may have changed since the look before. */
export const Look = z.object({
  at: moment,
  counts: Post.shape.counts,
  text: z.string().check(z.maxLength(20_000)),
});

/**
 * State of a picture: `pending` not fetched yet, `unreadable` the browser may not read it, `large` over the
 * limit.
 */
export const MEDIA_STATES = ['pending', 'stored', 'unreadable', 'large'] as const;
export const Picture = z.object({
  url: z.string().check(z.maxLength(4000)),
  state: z.enum(MEDIA_STATES),
  hash: z.string().check(z.maxLength(64)),
});
export type Picture = z.infer<typeof Picture>;

const Id = z.string().check(z.minLength(8), z.maxLength(60));

export const Capture = z.object({
  id: Id,
  /** Key of the post; unique. */
  post: z.string().check(z.maxLength(4100)),
  at: moment,
  read: Post,
  looks: z.array(Look).check(z.maxLength(200)),
  pictures: z.array(Picture),
  tags: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
  note: z.string().check(z.maxLength(20_000)),
  /** `unasked` means view only: anything more needs the author's recorded permission. */
  rights: Recorded,
  /** All permission steps, oldest first. */
  permission: z.optional(z.array(Step).check(z.maxLength(100))),
  /** Ids of its collections. */
  collections: z.optional(z.array(Id).check(z.maxLength(100))),
  /** Other keys of the same post. */
  also: z.optional(z.array(z.string().check(z.maxLength(4100))).check(z.maxLength(50))),
  /**
   * Id of the capture that this one was merged into; empty if the merge was undone. The row stays, so that
   * nothing is lost.
   */
  into: z.optional(z.string().check(z.maxLength(60))),
  /** Id of the event that recorded it. */
  event: z.string().check(z.maxLength(60)),
  /** When it was removed, UTC ms; 0 while it is not. */
  undone: moment,
});
export type Capture = z.infer<typeof Capture>;

/** Longest collection name, in UTF-16 units: a nested folder is named by its whole path. */
export const MAX_PATH = 240;

/** A named set; captures refer to it by id. */
export const Collection = z.object({
  id: Id,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_PATH)),
  /** Sort position, ascending. */
  order: z.number(),
  at: moment,
  /** When it was deleted, UTC ms; 0 while it is not. Captures still refer to it, so that it can be restored whole. */
  undone: moment,
});
export type Collection = z.infer<typeof Collection>;

/** A picture by the hash of its bytes, so that the same picture is stored once. */
export const Medium = z.object({
  /** SHA-256 (hex) of the bytes. */
  hash: z.string().check(z.maxLength(64)),
  type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']),
  bytes: z.instanceof(Uint8Array),
  at: moment,
});
export type Medium = z.infer<typeof Medium>;
