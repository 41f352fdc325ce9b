import * as z from 'zod/mini';
import { moment } from '../workspace/moment.ts';
import { text } from '../workspace/text.ts';

/**
 * A link as its owner declares it to the hub: an item of the member's own room, under its id. The hub accepts the first
 * declaration of an id that proves it, and from then on only its owner's.
 */
export const SharedLink = z.object({
  id: z.string().check(z.regex(/^[0-9A-Za-z]{11}$/)),
  /** The number whose hash the id is. */
  nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** When it was made, UTC ms. */
  at: moment,
  /** The full target, with labels and tracking code. */
  target: text(2000),
  channel: text(40),
  site: text(255),
  campaign: text(64),
  /** Library item that was shared, empty for a post of a feed. */
  item: text(64),
  /** For the card that a network draws: the hub never fetches a target. */
  title: text(200),
  picture: text(2000),
  /** When it ends, UTC ms; 0: never. */
  until: moment,
  paused: z.boolean(),
});
export type SharedLink = z.infer<typeof SharedLink>;
