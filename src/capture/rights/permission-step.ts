import * as z from 'zod/mini';
import { moment } from '../../workspace/moment.ts';
import { text } from '../../workspace/text.ts';

/** Statuses that can be recorded. Captures begin with the first. */
export const RECORDED = ['unasked', 'asked', 'granted', 'declined', 'revoked'] as const;
export const Recorded = z.enum(RECORDED);
export type Recorded = z.infer<typeof Recorded>;

/** What a permission can cover. */
export const USES = ['repost', 'website', 'print', 'ads'] as const;
export const Use = z.enum(USES);
export type Use = z.infer<typeof Use>;

/** Longest request or answer stored as evidence, in UTF-16 units. */
export const MAX_WORDS = 8000;

/** One step towards a permission, as the person recorded it. Steps are append-only. */
export const Step = z.object({
  id: text(60).check(z.minLength(8)),
  type: z.enum(['asked', 'granted', 'declined', 'revoked']),
  /** When it was recorded, UTC ms. */
  at: moment,
  /** When it happened, UTC ms. */
  on: moment,
  /** The request or the author's answer, verbatim. */
  words: text(MAX_WORDS),
  /** Where the evidence can be seen. */
  link: z.union([z.literal(''), z.string().check(z.maxLength(4000), z.regex(/^https?:\/\//i))]),
  uses: z.array(Use),
  /** Conditions in the author's own words: credit, region, no changes. */
  terms: text(2000),
  /** Last moment of the permission, UTC ms; null for no end. */
  until: z.nullable(moment),
});
export type Step = z.infer<typeof Step>;
