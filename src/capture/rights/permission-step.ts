import * as z from 'zod/mini';

/** What the record of a permission can say. The first is what every capture begins with. */
export const RECORDED = ['unasked', 'asked', 'granted', 'declined', 'revoked'] as const;
export const Recorded = z.enum(RECORDED);
export type Recorded = z.infer<typeof Recorded>;

/** What a permission can be for. */
export const USES = ['repost', 'website', 'print', 'ads'] as const;
export const Use = z.enum(USES);
export type Use = z.infer<typeof Use>;

const line = (max: number) => z.string().check(z.maxLength(max));

/** Longest request or answer that is kept as evidence, in UTF-16 units. */
export const MAX_WORDS = 8000;

/** One step on the way to a permission, as the person recorded it. A step is never changed, only followed by another. */
export const Step = z.object({
  id: line(60).check(z.minLength(8)),
  type: z.enum(['asked', 'granted', 'declined', 'revoked']),
  /** When it was written down, UTC ms. */
  at: z.number(),
  /** When it happened, UTC ms. */
  on: z.number(),
  /** What was asked, or what the author answered, word for word. */
  words: line(MAX_WORDS),
  /** Where that can be seen. */
  link: z.union([z.literal(''), z.string().check(z.maxLength(4000), z.regex(/^https?:\/\//i))]),
  uses: z.array(Use),
  /** Conditions in the author's own words: credit, region, no changes. */
  terms: line(2000),
  /** The permission's last moment, UTC ms; null: no end was named. */
  until: z.nullable(z.number()),
});
export type Step = z.infer<typeof Step>;
