import * as z from 'zod/mini';
import { moment } from '../workspace/moment.ts';
import { text } from '../workspace/text.ts';
import { maybeWebAddress, webAddress } from '../workspace/web-address.ts';
import { About } from './about.ts';
import { Day } from './day.ts';

/** Longest text of a post, in UTF-16 units. A longer one is truncated and listed in `capped`. */
export const MAX_TEXT = 20_000;
/** Most pictures and videos of a post. */
export const MAX_MEDIA = 40;
/** Most outgoing links of a post. */
export const MAX_LINKS = 40;

/** An http(s) address. Anything else (javascript:, data:, blob:) never enters a post. */
const address = webAddress(4000);
const maybeAddress = maybeWebAddress(4000);

export const Author = z.object({ name: text(300), handle: text(300), url: maybeAddress });

/** A count as displayed, and its value. `exact` is false for 3.8K, 2.5万. */
export const Count = z.object({
  shown: text(60),
  value: z.number().check(z.nonnegative()),
  exact: z.boolean(),
});
export const COUNT_NAMES = ['replies', 'reposts', 'quotes', 'likes', 'bookmarks', 'views', 'score'] as const;
export type CountName = (typeof COUNT_NAMES)[number];

export const Media = z.object({
  kind: z.enum(['image', 'video']),
  url: address,
  alt: text(4000),
  width: z.number().check(z.nonnegative()),
  height: z.number().check(z.nonnegative()),
});

/** A quoted or answered post, as far as the page shows it. */
export const Mention = z.object({ url: maybeAddress, author: Author, text: text(MAX_TEXT) });

export const PostKind = z.enum(['post', 'comment', 'article', 'product', 'video', 'profile', 'page']);
/** Fields a post can lack. A `partial` post lists them. */
export const FIELDS = ['url', 'author', 'handle', 'text', 'time'] as const;
export const Field = z.enum(FIELDS);

/** A post as read from a page at one moment. Times are UTC milliseconds. */
export const Post = z.object({
  /** `<site>:<the site's own id>`, or the canonical address for a page without a recipe. */
  key: text(4100).check(z.minLength(1)),
  /** Recipe id, or `page`. */
  site: text(40).check(z.minLength(1)),
  kind: PostKind,
  url: address,
  title: text(1000),
  author: Author,
  text: text(MAX_TEXT),
  lang: text(40),
  time: z.nullable(moment),
  /** The day, where no time is known; `time` is then null. */
  day: z.optional(Day),
  links: z.array(address).check(z.maxLength(MAX_LINKS)),
  media: z.array(Media).check(z.maxLength(MAX_MEDIA)),
  counts: z.partialRecord(z.enum(COUNT_NAMES), Count),
  /** What the page states about its subject. Absent in older captures. */
  about: z.optional(About),
  quotes: z.nullable(Mention),
  answers: z.nullable(Mention),
  /** What was truncated at our limits. */
  capped: z.array(z.enum(['text', 'media', 'links'])),
  recipe: z.object({ id: text(40), version: z.number() }),
  status: z.enum(['full', 'partial']),
  missing: z.array(Field),
});

/** A post as a page's script sends it: counts as displayed, in order of preference. They are parsed on arrival. */
export const RawPost = z.extend(Post, {
  counts: z.partialRecord(z.enum(COUNT_NAMES), z.union([Count, z.array(text(60))])),
});
export type RawPost = z.infer<typeof RawPost>;

export type Author = z.infer<typeof Author>;
export type Count = z.infer<typeof Count>;
export type Media = z.infer<typeof Media>;
export type Mention = z.infer<typeof Mention>;
export type PostKind = z.infer<typeof PostKind>;
export type Field = z.infer<typeof Field>;
export type Post = z.infer<typeof Post>;

/** Result of reading: a post, or that the element is no known post, with what was missing. */
export type Reading = { ok: true; post: RawPost } | { ok: false; missing: Field[] };
