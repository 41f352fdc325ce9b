import * as z from 'zod/mini';
import { Post, RawPost } from '../post/post.ts';
import { LinkRules } from '../team/link-rules.ts';
import { COUNTRIES } from '../team/profile.ts';
import { message } from '../workspace/declare.ts';
import { Labels } from './labels/labels.ts';
import { Presets } from './labels/presets.ts';
import { Known, Relation } from './relation/relation.ts';
import { Draft, Written } from './tables.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

const id = z.string().check(z.minLength(8), z.maxLength(60));

/** What the person changed in the sheet. Absent: the usual channel, no words of their own, the rule's disclosure. */
export const Choice = z.object({
  channel: text(40),
  target: text(4000),
  words: text(20_000),
  /** Null: as the rule has it. */
  disclosure: z.nullable(z.string().check(z.maxLength(500))),
  /** Why the disclosure was taken out; empty where it stands. */
  removed: z.string().check(z.maxLength(300)),
  instance: text(255),
  /** The person's relation to it, as the sheet showed it; absent: as it is decided then. */
  relation: z.optional(Relation),
  /** Which link: the hub's or the target itself; absent: as the team has it. */
  link: z.optional(z.enum(['short', 'long'])),
  /** What it is labelled with; absent: as every share is. */
  labels: z.optional(Labels),
});
export type Choice = z.infer<typeof Choice>;

export const Prepared = z.object({
  id,
  channel: text(40),
  /** The network's own name. */
  network: text(255),
  /** Disclosure, words and link: what goes on the clipboard. */
  text: text(24_000),
  /** The network's own share window; null where it has none (copy, QR). */
  window: z.nullable(text(300_000)),
  url: text(4000),
  /** What its QR code says: the link, told from it where the hub tells scans from clicks. */
  code: text(4100),
  /** The window takes no text of ours: the person pastes the words. */
  paste: z.boolean(),
  /** Its address is signed by who gave it out: left as it is, and good for a while. */
  signed: z.optional(z.boolean()),
  /** The person's relation to it, as it was taken. */
  relation: Relation,
  /** Said of the relation after one click, with what one press makes of it. */
  related: z.optional(z.object({ words: text(1000), change: text(300), changed: Relation })),
  /** The hub is away: what that means for its link, and the other one that a press takes. */
  away: z.optional(z.object({ words: text(1000), change: text(300), link: z.enum(['short', 'long']) })),
  /** The same, before there are words for it: which link it carries while the hub is away. */
  kind: z.optional(z.enum(['short', 'long'])),
});
export type Prepared = z.infer<typeof Prepared>;

/** A share held back by the person's own pace, with what to say and what its two answers are called. */
export const PaceHold = z.object({
  /** When it could go out, UTC ms. */
  until: z.number(),
  words: text(2000),
  anyway: text(200),
  later: text(200),
});
export type PaceHold = z.infer<typeof PaceHold>;

/** `instance`: the channel needs to know the person's instance first; `relation`: whether it is their employer's. */
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

/** Everything the sheet shows, worked out from the post and the person's settings. */
export const SheetFacts = z.object({
  /** Words of the person's own to begin with. */
  templates: z._default(z.array(text(2000)), []),
  language: text(35),
  /** As light as the person chose; by the page beneath where they left it to the system. */
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  country: z.enum(COUNTRIES),
  company: text(80),
  channels: z.array(text(40)),
  /** Instances that are known, by channel id. */
  instances: z.record(text(40), text(255)),
  /** What worked for the person from here; null where that is too little to say. */
  suggestion: z.nullable(
    z.object({
      channel: text(40),
      basis: z.enum(['shares', 'clicks']),
      n: z.number(),
      of: z.number(),
      place: text(255),
    }),
  ),
  /** Targets to choose from, with the tracked link each would become per channel worked out by the rules. */
  targets: z.array(
    z.object({
      url: text(4000),
      kind: z.enum(['outgoing', 'post']),
      /** Which material of the team's it is; empty where it is none. */
      item: text(64),
      campaign: text(64),
    }),
  ),
  code: text(60),
  /** What the team's hub makes of the link; null where the link is the target itself. */
  shortening: z.nullable(
    z.object({
      address: text(300),
      hub: text(40),
      rules: LinkRules,
    }),
  ),
  draft: z.nullable(Draft),
  /** Labels that are stored under a name. */
  presets: z._default(Presets, { all: [], always: '' }),
  /** Whether the hub that makes the link cannot be reached now. */
  away: z.optional(z.boolean()),
  /** By which it is decided what the person's relation to it is. */
  known: Known,
  post: Post,
});
export type SheetFacts = z.infer<typeof SheetFacts>;

export const shareNow = message({
  name: 'share.now',
  from: 'page',
  ask: z.object({
    id,
    at: z.number(),
    post: RawPost,
    choice: z.nullable(Choice),
    /** The person said so although their own pace holds it back. */
    anyway: z.optional(z.boolean()),
  }),
  answer: Sharing,
});
export const shareOpened = message({
  name: 'share.opened',
  from: 'page',
  ask: z.object({ id, at: z.number() }),
  answer: z.boolean(),
});
/** A share once more with another relation, which is remembered, or with another link; the one before is taken back. */
export const shareRelated = message({
  name: 'share.related',
  from: 'page',
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
  ask: z.object({ id, at: z.number() }),
  answer: z.boolean(),
});
export const shareSheet = message({
  name: 'share.sheet',
  from: 'page',
  ask: z.object({ post: RawPost }),
  answer: SheetFacts,
});
export const shareDraft = message({
  name: 'share.draft',
  from: 'page',
  ask: z.object({ draft: Written, post: RawPost, keep: z.boolean() }),
  answer: z.boolean(),
});
