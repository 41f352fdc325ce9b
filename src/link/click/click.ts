import * as z from 'zod/mini';
import { DEVICES, WORDS } from './word.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/**
 * A followed link as the hub keeps it: no address and no user agent, and no hash that outlives its day's salt. What a
 * person asked not to be told (Global Privacy Control, a mark in the link) is empty.
 */
export const Click = z.object({
  /** Minted by the hub; later ones sort behind earlier ones, as texts do. */
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  link: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Whole hours since 1970-01-01, UTC. */
  hour: z.int().check(z.minimum(0)),
  /** Salted hash of address prefix, agent and link; empty where nothing of the visitor may be kept. */
  visitor: text(32),
  /** Salted hash of address prefix and link alone. */
  near: text(32),
  /**
   * Salted hash of the network around the address and the link's owner; of who asked not to be told from others, of the
   * owner alone. Clicks recorded before the second edition of the rules have none.
   */
  network: z.optional(text(32)),
  word: z.enum(WORDS),
  /** The host that the visitor came from, empty where it was not said. */
  referrer: text(255),
  device: z.enum(DEVICES),
  /** By a device of the one who shared it. */
  own: z.boolean(),
  /** Two letters (ISO 3166-1), where the hub has a table of addresses; absent or empty otherwise. */
  country: z.optional(text(2)),
  /** Scanned: the address of the link's QR code was asked for. */
  qr: z.boolean(),
});
export type Click = z.infer<typeof Click>;
