import * as z from 'zod/mini';
import { isOfSite, siteOf } from '../post/of-site.ts';
import { Post } from '../post/post.ts';
import { TRASH, table } from '../workspace/declare.ts';
import { moment } from '../workspace/moment.ts';
import type { Setting } from '../workspace/setting.ts';
import { text } from '../workspace/text.ts';
import { maybeWebAddress, webAddress } from '../workspace/web-address.ts';
import { Labels } from './labels/labels.ts';
import { Relation } from './relation/relation.ts';

/** The disclosure as shown, stored as evidence. `removed`: the person's reason for removing it. */
export const Evidence = z.object({
  rule: text(40),
  version: z.int(),
  text: text(500),
  reworded: z.boolean(),
  removed: text(300),
  /** The person's relation; absent in shares of older versions, which always disclosed the employer. */
  relation: z.optional(Relation),
  /** SHA-256 (hex) of the text put on the clipboard. */
  hash: text(64),
});
export type Evidence = z.infer<typeof Evidence>;

/** A prepared share: its link, target and words. */
export const ShareRow = z.object({
  id: text(60),
  at: moment,
  code: text(16),
  target: webAddress(4000),
  url: webAddress(4000),
  post: text(4100),
  site: text(40),
  /** Host of the post's page. */
  place: text(255),
  channel: text(40),
  title: text(200),
  words: text(20_000),
  /** All text put on the clipboard. */
  final: text(24_000),
  disclosure: Evidence,
  /** Library item that was shared, and its campaign; empty for anything else. */
  item: z._default(text(64), ''),
  campaign: z._default(text(64), ''),
  /** The chosen labels; absent where the defaults were used. */
  labels: z.optional(Labels),
  /** Id of its short link; empty where the link is the target itself. */
  short: z._default(text(64), ''),
  /** When it was undone, UTC ms; 0 while it is not. */
  undone: moment,
});
export type ShareRow = z.infer<typeof ShareRow>;

export const shares = table({
  name: 'links',
  row: ShareRow,
  indexes: 'id, at, post, undone',
  title: 'tableShares',
  purpose: 'purposeShares',
  leaves: 'never',
  keep: 'always',
  subject: true,
  trash: TRASH,
  withoutSite: (link, site) => (siteOf(link) === site ? null : link),
});

/** What the person wrote in a post's sheet, by the post's key. */
export const Written = z.object({
  post: text(4100),
  at: moment,
  channel: text(40),
  target: maybeWebAddress(4000),
  words: text(20_000),
  disclosure: z.nullable(text(500)),
  removed: text(300),
  /** Labels; absent: the defaults. */
  labels: z.optional(Labels),
});
export type Written = z.infer<typeof Written>;

/** A share that was started in the sheet and not sent. */
export const Draft = z.extend(Written, {
  /** The post as read, so that the sheet opens without its page; null in drafts of older versions. */
  read: z._default(z.nullable(Post), null),
  /** When to remind the person, UTC ms; 0 for no reminder. */
  remind: z._default(moment, 0),
  /** When it was set aside for later, UTC ms; 0 if it was only started. */
  aside: z._default(moment, 0),
});
export type Draft = z.infer<typeof Draft>;

export const drafts = table({
  name: 'drafts',
  row: Draft,
  indexes: 'post, at, remind',
  title: 'tableDrafts',
  purpose: 'purposeDrafts',
  leaves: 'never',
  keep: 90,
  ages: 'at',
  choices: [30],
  spares: ({ remind }) => remind > 0,
  withoutSite: (draft, site) => (isOfSite(draft.post, site) ? null : draft),
});

/** The networks the person uses, in order; one click shares to the first. */
export const Preferences = z.object({
  channels: z.array(text(40)).check(z.minLength(1), z.maxLength(40)),
  /** The Mastodon instance where `instances` has none: from before there were two such networks. */
  instance: text(255),
  /** Instances by channel id, remembered from first use. */
  instances: z.optional(z.record(text(40), text(255))),
});
export type Preferences = z.infer<typeof Preferences>;

export const preferences: Setting<Preferences> = {
  name: 'share',
  value: Preferences,
  initial: { channels: ['x', 'bluesky', 'linkedin', 'line', 'hatena', 'threads'], instance: '' },
};
