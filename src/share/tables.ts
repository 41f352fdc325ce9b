import * as z from 'zod/mini';
import { Post } from '../post/post.ts';
import { table } from '../workspace/declare.ts';
import type { Setting } from '../workspace/setting.ts';
import { maybeWebAddress, webAddress } from '../workspace/web-address.ts';
import { Labels } from './labels/labels.ts';
import { Relation } from './relation/relation.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** The disclosure as it was shown, kept as evidence. `removed` is the person's reason where it was taken out. */
export const Evidence = z.object({
  rule: text(40),
  version: z.int(),
  text: text(500),
  reworded: z.boolean(),
  removed: text(300),
  /** The person's relation to it; absent in a share of an older version, which spoke of the employer each time. */
  relation: z.optional(Relation),
  /** SHA-256 (hex) of the final words as they were put on the clipboard. */
  hash: text(64),
});
export type Evidence = z.infer<typeof Evidence>;

/** A prepared share: its link, where it points, and the words it went out with. */
export const Link = z.object({
  id: text(60),
  at: z.number(),
  code: text(16),
  target: webAddress(4000),
  url: webAddress(4000),
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
  /** Library item that was shared, and its campaign; empty for what is of no team's library. */
  item: z._default(text(64), ''),
  campaign: z._default(text(64), ''),
  /** What the person had it labelled with; absent where that was left as it usually is. */
  labels: z.optional(Labels),
  /** Id of its short link; empty where the link is the target itself. */
  short: z._default(text(64), ''),
  /** When it was taken back, UTC ms; 0 while it stands. */
  undone: z.number(),
});
export type Link = z.infer<typeof Link>;

export const shares = table({
  name: 'links',
  row: Link,
  indexes: 'id, at, post, undone',
  purpose: 'purposeLinks',
  leaves: 'never',
  keep: 'always',
});

/** What a person has written in the sheet of one post, by the post's key. */
export const Written = z.object({
  post: text(4100),
  at: z.number(),
  channel: text(40),
  target: maybeWebAddress(4000),
  words: text(20_000),
  disclosure: z.nullable(text(500)),
  removed: text(300),
  /** What it is labelled with; absent: as every share is. */
  labels: z.optional(Labels),
});
export type Written = z.infer<typeof Written>;

/** A share that was begun in the sheet and not sent. */
export const Draft = z.extend(Written, {
  /** The post as it was read, so that the sheet opens without its page; null in a draft of an older version. */
  read: z._default(z.nullable(Post), null),
  /** When the person asked to be reminded, UTC ms; 0: no reminder stands. */
  remind: z._default(z.number(), 0),
  /** When it was set aside for later, UTC ms; 0: it was only begun. */
  aside: z._default(z.number(), 0),
});
export type Draft = z.infer<typeof Draft>;

export const drafts = table({
  name: 'drafts',
  row: Draft,
  indexes: 'post, at, remind',
  purpose: 'purposeDrafts',
  leaves: 'never',
  keep: 90,
});

/** Which networks the person uses, in their order; the first is the one that one click shares to. */
export const Preferences = z.object({
  channels: z.array(text(40)).check(z.minLength(1), z.maxLength(40)),
  /** The Mastodon instance where `instances` has none: what was kept before there were two such networks. */
  instance: text(255),
  /** Instances by channel id, remembered from the first time each is asked for. */
  instances: z.optional(z.record(text(40), text(255))),
});
export type Preferences = z.infer<typeof Preferences>;

export const preferences: Setting<Preferences> = {
  name: 'share',
  value: Preferences,
  initial: { channels: ['x', 'bluesky', 'linkedin', 'line', 'hatena', 'threads'], instance: '' },
};
