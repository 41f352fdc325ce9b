import * as z from 'zod/mini';

/** Longer than any maintainable selector or pattern. */
const text = z.string().check(z.maxLength(2000));
const pattern = text.check(z.refine((re) => isPattern(re), 'not a regular expression'));
const Candidate = z.strictObject({
  at: text,
  up: z.optional(text),
  attr: z.optional(text),
  without: z.optional(text),
  from: z.optional(z.enum(['location', 'held'])),
  of: z.optional(text),
  any: z.optional(z.literal(true)),
  re: z.optional(pattern),
  to: z.optional(text),
  as: z.optional(
    z.enum([
      'text',
      'lines',
      'address',
      'moment',
      'x-id',
      'mastodon-id',
      'bluesky-id',
      'instagram-id',
      'linkedin-id',
    ]),
  ),
  longest: z.optional(z.literal(true)),
});
const list = z.array(Candidate);

function isPattern(re: string): boolean {
  try {
    new RegExp(re);
    return true;
  } catch {
    return false;
  }
}

const Fields = z.strictObject({
  url: list,
  name: list,
  handle: list,
  profile: list,
  text: list,
  title: z.optional(list),
  lang: z.optional(list),
  time: list,
});

const Form = z.strictObject({
  kind: z.enum(['post', 'comment', 'article', 'video']),
  on: z.optional(pattern),
  root: z.array(text).check(z.minLength(1)),
  not: z.optional(text),
  needs: z.optional(text),
  lacks: z.optional(text),
  nests: z.optional(z.literal(true)),
  copies: z.optional(text),
  sign: z.optional(text),
  swiped: z.optional(z.literal(true)),
  inner: z.optional(text),
  id: z.array(Candidate).check(z.minLength(1)),
  card: z.optional(list),
  fields: Fields,
  links: z.optional(text),
  leads: z.optional(list),
  tags: z.optional(text),
  cut: z.optional(text),
  more: z.optional(text),
  media: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(['image', 'video']),
        at: text,
        attr: text,
        re: z.optional(text),
        to: z.optional(text),
        alt: z.optional(text),
      }),
    ),
  ),
  counts: z.optional(z.record(text, list)),
  quotes: z.optional(Fields),
  answers: z.optional(list),
  bar: z
    .array(
      z.strictObject({
        at: text,
        up: z.optional(text),
        put: z.enum(['append', 'before', 'after']),
        slot: z.optional(text),
        over: z.optional(z.literal(true)),
      }),
    )
    .check(z.minLength(1)),
});

const PagePropertySchema = z.strictObject({
  path: text.check(z.regex(/^[\w$]+\*?(?:\.(?:[\w$]+\*?|\(\)))*$/)),
  re: pattern,
  of: z.optional(text),
  within: z.optional(z.array(text)),
  named: z.optional(text),
  before: z.optional(text),
});

/** Validates a recipe from any source: the package at build time, a team's patch later. */
export const RecipeSchema = z.strictObject({
  id: text.check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  name: text,
  version: z.int().check(z.positive()),
  verified: text.check(z.regex(/^\d{4}-\d{2}$/)),
  hosts: z.array(text),
  origins: z.array(text.check(z.regex(/^https:\/\/[^/]+\/\*$/))),
  page: z.optional(text),
  keyedByHost: z.optional(z.literal(true)),
  held: z.optional(z.record(text.check(z.regex(/^\w+$/)), z.array(PagePropertySchema))),
  watches: z.optional(z.array(text)),
  wraps: z.optional(z.array(text)),
  redirects: z.optional(z.record(text, text)),
  look: z.strictObject({
    icon: z.number(),
    box: z.number().check(z.gte(24)),
    gap: z.number(),
    like: text,
    start: z.optional(z.number()),
    raised: z.optional(z.literal(true)),
  }),
  forms: z.array(Form).check(z.minLength(1)),
});
