import * as z from 'zod/mini';
import { moment } from '../workspace/moment.ts';
import { text } from '../workspace/text.ts';
import { Day } from './day.ts';

/** A moment (UTC ms), or a day without a time. */
const dated = z.union([moment, Day]);
export type Dated = z.infer<typeof dated>;
const amount = z.number().check(z.nonnegative());
/** Of any other form no number can be written in it. */
const currency = z.string().check(z.regex(/^(?:[A-Z]{3})?$/));

/** Availability, as in schema.org's ItemAvailability. */
export const AVAILABILITIES = [
  'inStock',
  'limited',
  'preOrder',
  'backOrder',
  'madeToOrder',
  'inStore',
  'online',
  'outOfStock',
  'soldOut',
  'discontinued',
] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/**
 * What a page states about its subject: a product, a video, an event, a recipe, a person. Only stated fields
 * exist. Author and date are in the post itself.
 */
export const About = z.object({
  /** `low` equals `high` for a single price. `currency`: ISO 4217; empty where not stated. */
  price: z.optional(z.object({ low: amount, high: amount, currency })),
  availability: z.optional(z.enum(AVAILABILITIES)),
  /** `count`: number of ratings; null where not stated. */
  rating: z.optional(z.object({ value: amount, best: amount, count: z.nullable(amount) })),
  brand: z.optional(text(300)),
  /** Of a video, or of preparing a recipe, ms. */
  duration: z.optional(amount),
  /** Last change. */
  updated: z.optional(dated),
  /** Start, end and place of an event. */
  starts: z.optional(dated),
  ends: z.optional(dated),
  place: z.optional(text(300)),
  /** Yield of a recipe: `4 servings`. */
  makes: z.optional(text(120)),
  /** A person's job and employer. */
  role: z.optional(text(300)),
  works: z.optional(text(300)),
  /** Of a profile. */
  followers: z.optional(amount),
  posts: z.optional(amount),
});
export type About = z.infer<typeof About>;
