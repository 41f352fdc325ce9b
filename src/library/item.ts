import * as z from 'zod/mini';
import { text } from '../workspace/text.ts';

export const MAX_VERSIONS = 12;
export const MAX_MEDIA = 9;

export const id = z.string().check(z.regex(/^(?!__proto__$)[A-Za-z0-9_.:-]{1,64}$/));
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));
/** Whole days since 1970-01-01; 0 for open. */
const day = z.int().check(z.minimum(0), z.maximum(100_000));

/** Only http(s) addresses, or empty. */
export const address = z.union([
  z.string().check(z.maxLength(4000), z.regex(/^https?:\/\//i)),
  z.literal(''),
]);

export const LANGUAGES = ['ja', 'en', 'zh-CN', ''] as const;

/** Text to share an item with, in one language; `language` is empty where it does not matter. */
export const Version = z.object({ language: z.enum(LANGUAGES), words: text(5000) });
export type Version = z.infer<typeof Version>;

/** A picture or a video by the hash of its bytes. */
export const LibraryMedia = z.object({
  hash,
  type: text(100),
  bytes: z.int().check(z.minimum(0)),
  alt: text(4000),
});
export type LibraryMedia = z.infer<typeof LibraryMedia>;

/**
 * Something a team has ready to share. Its author is known from the device that wrote it; the field `by` of
 * older items is dropped.
 */
export const LibraryItem = z.object({
  id,
  /** Last edited, UTC ms. */
  at: moment,
  title: text(300),
  versions: z.array(Version).check(z.maxLength(MAX_VERSIONS)),
  link: address,
  media: z.array(LibraryMedia).check(z.maxLength(MAX_MEDIA)),
  channels: z.array(text(40)).check(z.maxLength(40)),
  campaign: text(64),
  from: day,
  to: day,
  tags: z.array(text(60)).check(z.maxLength(50)),
  /** When it was trashed, UTC ms; 0 while it is not. */
  trashed: moment,
});
export type LibraryItem = z.infer<typeof LibraryItem>;
