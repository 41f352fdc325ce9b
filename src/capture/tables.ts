import * as z from 'zod/mini';
import { Post } from '../post/post.ts';
import { table } from '../workspace/declare.ts';
import { Recorded, Step } from './rights/permission-step.ts';

/** One look at a kept post: what could have changed since the one before. */
export const Look = z.object({
  at: z.number(),
  counts: Post.shape.counts,
  text: z.string().check(z.maxLength(20_000)),
});

/** Whether a picture's bytes are here: `pending` they are being read, `unreadable` the browser may not. */
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
  /** Key of the post; one capture a post. */
  post: z.string().check(z.maxLength(4100)),
  at: z.number(),
  read: Post,
  looks: z.array(Look).check(z.maxLength(200)),
  pictures: z.array(Picture),
  tags: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
  note: z.string().check(z.maxLength(20_000)),
  /** View only until the author's permission is recorded with evidence. */
  rights: Recorded,
  /** Every step of asking and answering, oldest first. */
  permission: z.optional(z.array(Step).check(z.maxLength(100))),
  /** Collections it is in, by id. */
  collections: z.optional(z.array(Id).check(z.maxLength(100))),
  /** Other keys by which this post was met. */
  also: z.optional(z.array(z.string().check(z.maxLength(4100))).check(z.maxLength(50))),
  /** The capture of the same post that this one went into; empty where it came out again. The row stays, so that nothing is lost. */
  into: z.optional(z.string().check(z.maxLength(60))),
  /** The event that recorded it. */
  event: z.string().check(z.maxLength(60)),
  /** When it was taken back, UTC ms; 0 while it is kept. */
  undone: z.number(),
});
export type Capture = z.infer<typeof Capture>;

export const captures = table({
  name: 'captures',
  row: Capture,
  indexes: 'id, &post, at, *also, read.url, [read.author.url+at], [read.site+at], undone',
  purpose: 'purposeCaptures',
  leaves: 'never',
  keep: 'always',
});

/** Longest name of a collection, in UTF-16 units: one that was a folder within folders is named by its whole path. */
export const MAX_PATH = 240;

/** A set that the person makes; a capture names those it is in. */
export const Collection = z.object({
  id: Id,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_PATH)),
  /** Its place among the others: smaller comes first. */
  order: z.number(),
  at: z.number(),
  /** When it was deleted, UTC ms; 0 while it stands. Its captures still name it, so that it can come back whole. */
  undone: z.number(),
});
export type Collection = z.infer<typeof Collection>;

export const collections = table({
  name: 'collections',
  row: Collection,
  indexes: 'id',
  purpose: 'purposeCollections',
  leaves: 'never',
  keep: 'always',
});

/** A picture's bytes by what they are: the same picture in two posts is kept once. */
export const Medium = z.object({
  /** SHA-256 (hex) of the bytes. */
  hash: z.string().check(z.maxLength(64)),
  type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']),
  bytes: z.instanceof(Uint8Array),
  at: z.number(),
});
export type Medium = z.infer<typeof Medium>;

export const media = table({
  name: 'media',
  row: Medium,
  indexes: 'hash, at',
  purpose: 'purposeMedia',
  leaves: 'never',
  keep: 'always',
});
