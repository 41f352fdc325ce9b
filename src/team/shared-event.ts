import * as z from 'zod/mini';

const text = (max: number) => z.string().check(z.maxLength(max));

/** What a member declares of what they did: an item of their own room, under the event's id. */
export const SharedEvent = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(60)),
  /** UTC ms. */
  at: z.number(),
  /** Whole days since 1970-01-01 where the person was. */
  day: z.int().check(z.minimum(0), z.maximum(100_000)),
  type: z.enum(['prepared', 'opened', 'captured']),
  channel: text(40),
  /** Recipe id, or host of any other page. Empty where the person does not share where they were. */
  site: text(255),
  /** Library item that was shared, empty for a post of a feed. */
  item: text(64),
  campaign: text(64),
  /** When it was taken back, UTC ms; 0 while it stands. */
  undone: z.number(),
});
export type SharedEvent = z.infer<typeof SharedEvent>;

/** What a person may leave out of what they share with their team. */
export const OPTIONAL = ['site', 'item'] as const;
export type Optional = (typeof OPTIONAL)[number];
