import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import type { Setting } from '../workspace/setting.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** The disclosure as it was shown, kept as evidence. `removed` is the person's reason where it was taken out. */
export const Evidence = z.object({
  rule: text(40),
  version: z.int(),
  text: text(500),
  reworded: z.boolean(),
  removed: text(300),
  /** SHA-256 (hex) of the final words as they were put on the clipboard. */
  hash: text(64),
});
export type Evidence = z.infer<typeof Evidence>;

/** A prepared share: its link, where it points, and the words it went out with. */
export const Link = z.object({
  id: text(60),
  at: z.number(),
  code: text(16),
  target: text(4000),
  url: text(4000),
  post: text(4100),
  site: text(40),
  /** Host the post was on. */
  place: text(255),
  channel: text(40),
  title: text(200),
  words: text(20_000),
  /** All that was put on the clipboard. */
  final: text(24_000),
  disclosure: Evidence,
  /** When it was taken back, UTC ms; 0 while it stands. */
  undone: z.number(),
});
export type Link = z.infer<typeof Link>;

export const links = table({
  name: 'links',
  row: Link,
  indexes: 'id, at, post',
  purpose: 'purposeLinks',
  leaves: 'never',
  keep: 'always',
});

/** A share that was begun in the sheet and not sent, by the post's key. */
export const Draft = z.object({
  post: text(4100),
  at: z.number(),
  channel: text(40),
  target: text(4000),
  words: text(20_000),
  disclosure: z.nullable(text(500)),
  removed: text(300),
});
export type Draft = z.infer<typeof Draft>;

export const drafts = table({
  name: 'drafts',
  row: Draft,
  indexes: 'post, at',
  purpose: 'purposeDrafts',
  leaves: 'never',
  keep: 90,
});

/** Which networks the person uses, in their order; the first is the one that one click shares to. */
export const Preferences = z.object({
  channels: z.array(text(40)).check(z.minLength(1), z.maxLength(40)),
  /** Mastodon instance, remembered from the first time it is asked for. */
  instance: text(255),
});
export type Preferences = z.infer<typeof Preferences>;

export const preferences: Setting<Preferences> = {
  name: 'share',
  value: Preferences,
  initial: { channels: ['x', 'bluesky', 'linkedin', 'line', 'hatena', 'threads'], instance: '' },
};
