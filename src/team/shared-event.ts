import * as z from 'zod/mini';
import { moment } from '../workspace/moment.ts';
import { text } from '../workspace/text.ts';

/** An event as a member shares it: an item of their own room, under the event's id. */
export const SharedEvent = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(60)),
  /** UTC ms. */
  at: moment,
  /** Whole days since 1970-01-01 where the person was. */
  day: z.int().check(z.minimum(0), z.maximum(100_000)),
  type: z.enum(['prepared', 'opened', 'captured']),
  channel: text(40),
  /** Recipe id, or the host of any other page. Empty if the person does not share where they were. */
  site: text(255),
  /** Library item that was shared, empty for a post of a feed. */
  item: text(64),
  campaign: text(64),
  /** When it was undone, UTC ms; 0 if it was not. */
  undone: moment,
});
export type SharedEvent = z.infer<typeof SharedEvent>;

/** What a person may leave out of what they share with their team. */
export const OPTIONAL = ['site', 'item'] as const;
export type Optional = (typeof OPTIONAL)[number];
