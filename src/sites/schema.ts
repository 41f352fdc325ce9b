import * as z from 'zod/mini';

const pattern = z.string().check(z.refine((re) => isPattern(re), 'not a regular expression'));
const Candidate = z.strictObject({
  at: z.string(),
  up: z.optional(z.string()),
  attr: z.optional(z.string()),
  without: z.optional(z.string()),
  from: z.optional(z.enum(['location', 'held'])),
  of: z.optional(z.string()),
  any: z.optional(z.literal(true)),
  re: z.optional(pattern),
  to: z.optional(z.string()),
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
  root: z.array(z.string()).check(z.minLength(1)),
  not: z.optional(z.string()),
  needs: z.optional(z.string()),
  lacks: z.optional(z.string()),
  nests: z.optional(z.literal(true)),
  copies: z.optional(z.string()),
  sign: z.optional(z.string()),
  swiped: z.optional(z.literal(true)),
  inner: z.optional(z.string()),
  id: z.array(Candidate).check(z.minLength(1)),
  card: z.optional(list),
  fields: Fields,
  links: z.optional(z.string()),
  leads: z.optional(list),
  tags: z.optional(z.string()),
  cut: z.optional(z.string()),
  more: z.optional(z.string()),
  media: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(['image', 'video']),
        at: z.string(),
        attr: z.string(),
        re: z.optional(z.string()),
        to: z.optional(z.string()),
        alt: z.optional(z.string()),
      }),
    ),
  ),
  counts: z.optional(z.record(z.string(), list)),
  quotes: z.optional(Fields),
  answers: z.optional(list),
  bar: z
    .array(
      z.strictObject({
        at: z.string(),
        up: z.optional(z.string()),
        put: z.enum(['append', 'before', 'after']),
        slot: z.optional(z.string()),
        over: z.optional(z.literal(true)),
      }),
    )
    .check(z.minLength(1)),
});

const Held = z.strictObject({
  path: z.string().check(z.regex(/^[\w$]+\*?(?:\.(?:[\w$]+\*?|\(\)))*$/)),
  re: pattern,
  of: z.optional(z.string()),
  within: z.optional(z.array(z.string())),
  named: z.optional(z.string()),
  before: z.optional(z.string()),
});

/** Checks a recipe, wherever it comes from: the package at build, later a team's patch. */
export const RecipeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  name: z.string(),
  version: z.int().check(z.positive()),
  verified: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  hosts: z.array(z.string()),
  origins: z.array(z.string().check(z.regex(/^https:\/\/[^/]+\/\*$/))),
  page: z.optional(z.string()),
  keyedByHost: z.optional(z.literal(true)),
  held: z.optional(z.record(z.string().check(z.regex(/^\w+$/)), z.array(Held))),
  watches: z.optional(z.array(z.string())),
  wraps: z.optional(z.array(z.string())),
  redirects: z.optional(z.record(z.string(), z.string())),
  look: z.strictObject({
    icon: z.number(),
    box: z.number().check(z.gte(24)),
    gap: z.number(),
    like: z.string(),
    start: z.optional(z.number()),
    raised: z.optional(z.literal(true)),
  }),
  forms: z.array(Form).check(z.minLength(1)),
});
