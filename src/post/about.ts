import * as z from 'zod/mini';
import { Day } from './day.ts';

const line = (max: number) => z.string().check(z.maxLength(max));
/** A moment (UTC ms), or a day without a clock. */
const dated = z.union([z.number(), Day]);
export type Dated = z.infer<typeof dated>;
const amount = z.number().check(z.nonnegative());

/** Whether a thing can be had, as schema.org's ItemAvailability has it. */
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
 * What a page says in numbers and names of the thing it is about: a product, a video, an event, a recipe, somebody.
 * Only what it says is there. Whose it is and when it was published stand in the post itself.
 */
export const About = z.object({
  /** Both alike where there is one price. `currency`: ISO 4217, or empty where the page does not tell. */
  price: z.optional(z.object({ low: amount, high: amount, currency: line(3) })),
  availability: z.optional(z.enum(AVAILABILITIES)),
  /** `count`: how many rated, null where it is not told. */
  rating: z.optional(z.object({ value: amount, best: amount, count: z.nullable(amount) })),
  brand: z.optional(line(300)),
  /** Of a video, or of the work on a recipe, ms. */
  duration: z.optional(amount),
  /** When it was changed last. */
  updated: z.optional(dated),
  /** When an event begins and ends; where. */
  starts: z.optional(dated),
  ends: z.optional(dated),
  place: z.optional(line(300)),
  /** What a recipe makes: `4 servings`. */
  makes: z.optional(line(120)),
  /** Of a person: what they do, and for whom. */
  role: z.optional(line(300)),
  works: z.optional(line(300)),
  /** Of a profile. */
  followers: z.optional(amount),
  posts: z.optional(amount),
});
export type About = z.infer<typeof About>;
