import * as z from 'zod/mini';

const line = (max: number) => z.string().check(z.maxLength(max));
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
  /** When it was changed last, UTC ms. */
  updated: z.optional(z.number()),
  /** When an event begins and ends, UTC ms; where. */
  starts: z.optional(z.number()),
  ends: z.optional(z.number()),
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
