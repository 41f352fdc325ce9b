import * as z from 'zod/mini';
import { LinkRules } from '../link/link-rules.ts';
import { Post, RawPost } from '../post/post.ts';
import { COUNTRIES } from '../team/profile.ts';
import { message } from '../workspace/declare.ts';
import { text } from '../workspace/text.ts';
import { Labels } from './labels/labels.ts';
import { Presets } from './labels/presets.ts';
import { Known, Relation } from './relation/relation.ts';
import { Draft, Written } from './tables.ts';

const id = z.string().check(z.minLength(8), z.maxLength(60));

/** What the person changed in the sheet. Absent: the usual channel, no words, the rule's disclosure. */
export const ShareChoice = z.object({
  channel: text(40),
  target: text(4000),
  words: text(20_000),
  /** Null: the rule's wording. */
  disclosure: z.nullable(z.string().check(z.maxLength(500))),
  /** Why the disclosure was removed; empty where it was not. */
  removed: z.string().check(z.maxLength(300)),
  instance: text(255),
  /** The relation as the sheet showed it; absent: decided at sharing. */
  relation: z.optional(Relation),
  /** Which kind of link: the hub's or the target itself; absent: the team's default. */
  link: z.optional(z.enum(['short', 'long'])),
  /** Labels; absent: the defaults. */
  labels: z.optional(Labels),
});
export type ShareChoice = z.infer<typeof ShareChoice>;

export const Prepared = z.object({
  id,
  channel: text(40),
  /** The network's own name. */
  network: text(255),
  /** Disclosure, words and link: the text for the clipboard. */
  text: text(24_000),
  /** The network's share window; null where it has none (copy, QR). */
  window: z.nullable(text(300_000)),
  url: text(4000),
  /** The link for the QR code, which differs from the other where the hub counts scans apart. */
  code: text(4100),
  /** The window takes no text: the person pastes the words. */
  paste: z.boolean(),
  /** The address is signed: left unchanged, and valid for a limited time. */
  signed: z.optional(z.boolean()),
  /** The relation that was used. */
  relation: Relation,
  /** What the strip says of the relation after one click, and the alternative that a press takes. */
  related: z.optional(z.object({ words: text(1000), change: text(300), changed: Relation })),
  /** What the hub's absence means for the link, and the alternative that a press takes. */
  away: z.optional(z.object({ words: text(1000), change: text(300), link: z.enum(['short', 'long']) })),
  /** The same before it is worded: which kind of link it has while the hub is away. */
  kind: z.optional(z.enum(['short', 'long'])),
});
export type Prepared = z.infer<typeof Prepared>;

/** A share paused by the person's own limits, with the words and the labels of the two answers. */
export const PaceHold = z.object({
  /** When it could go out, UTC ms. */
  until: z.number(),
  words: text(2000),
  anyway: text(200),
  later: text(200),
});
export type PaceHold = z.infer<typeof PaceHold>;

/** `instance`: the channel needs the person's instance first; `relation`: whether the post is their employer's. */
export const Sharing = z.union([
  z.object({ ok: z.literal(true), prepared: Prepared }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'instance',
      'relation',
      'scheme',
      'invalid',
      'too-long',
      'disclosure',
      'over',
      'channel',
    ]),
  }),
  z.object({ ok: z.literal(false), reason: z.literal('pace'), held: PaceHold }),
]);
export type Sharing = z.infer<typeof Sharing>;

/** Everything the sheet shows, derived from the post and the person's settings. */
export const SheetFacts = z.object({
  /** The person's own templates. */
  templates: z._default(z.array(text(2000)), []),
  language: text(35),
  /** The person's choice of theme; `system` follows the page beneath. */
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  country: z.enum(COUNTRIES),
  company: text(80),
  channels: z.array(text(40)),
  /** Known instances by channel id. */
  instances: z.record(text(40), text(255)),
  /** The channel that worked best from here; null where there is too little data. */
  suggestion: z.nullable(
    z.object({
      channel: text(40),
      basis: z.enum(['shares', 'clicks']),
      n: z.number(),
      of: z.number(),
      place: text(255),
    }),
  ),
  /** Possible targets. The sheet computes the tracked link of each channel by the same rules. */
  targets: z.array(
    z.object({
      url: text(4000),
      kind: z.enum(['outgoing', 'post']),
      /** The team's material that it is; empty for none. */
      item: text(64),
      campaign: text(64),
    }),
  ),
  code: text(60),
  /** The team hub's rules for links; null where the link is the target itself. */
  shortening: z.nullable(
    z.object({
      address: text(300),
      hub: text(40),
      rules: LinkRules,
    }),
  ),
  draft: z.nullable(Draft),
  /** Saved presets of labels. */
  presets: z._default(Presets, { all: [], always: '' }),
  /** Whether the hub that makes the link cannot be reached now. */
  away: z.optional(z.boolean()),
  /** What decides the person's relation to the post. */
  known: Known,
  post: Post,
});
export type SheetFacts = z.infer<typeof SheetFacts>;

export const shareNow = message({
  name: 'share.now',
  from: 'page',
  tells: 'privacyTellsShare',
  ask: z.object({
    id,
    at: z.number(),
    post: RawPost,
    choice: z.nullable(ShareChoice),
    /** The person chose to share although their own limits pause it. */
    anyway: z.optional(z.boolean()),
  }),
  answer: Sharing,
});
export const shareOpened = message({
  name: 'share.opened',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ id, at: z.number() }),
  answer: z.boolean(),
});
/** Repeats a share with another relation, which is remembered, or another link; the earlier share is undone. */
export const shareRelated = message({
  name: 'share.related',
  from: 'page',
  tells: 'privacyTellsShare',
  ask: z.object({
    id,
    of: id,
    at: z.number(),
    post: RawPost,
    relation: z.optional(Relation),
    link: z.optional(z.enum(['short', 'long'])),
  }),
  answer: Sharing,
});
export const shareUndo = message({
  name: 'share.undo',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ id, at: z.number() }),
  answer: z.boolean(),
});
export const shareSheet = message({
  name: 'share.sheet',
  from: 'page',
  tells: 'privacyTellsSheet',
  ask: z.object({ post: RawPost }),
  answer: SheetFacts,
});
export const shareDraft = message({
  name: 'share.draft',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ draft: Written, post: RawPost, keep: z.boolean() }),
  answer: z.boolean(),
});
