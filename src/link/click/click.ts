import * as z from 'zod/mini';
import { text } from '../../workspace/text.ts';
import { DEVICES } from './classify-request.ts';
import { WORDS } from './request-word.ts';

/**
 * A click as the hub stores it: without address and user agent, and with hashes that cannot be linked to anybody once the
 * day's salt is deleted. Fields that a person opted out of (Global Privacy Control, a mark in the link) are empty.
 */
export const Click = z.object({
  /** Made by the hub; ids sort as texts in the order of recording. */
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  link: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Whole hours since 1970-01-01, UTC. */
  hour: z.int().check(z.minimum(0)),
  /** Salted hash of address prefix, user agent and link; empty for an anonymous visitor. */
  visitor: text(32),
  /** Salted hash of address prefix and link alone. */
  near: text(32),
  /**
   * Salted hash of the network around the address and the link's owner; for anonymous visitors of the owner alone. Absent in
   * clicks from before the second edition of the rules.
   */
  network: z.optional(text(32)),
  word: z.enum(WORDS),
  /** The host that the visitor came from, empty if unknown. */
  referrer: text(255),
  device: z.enum(DEVICES),
  /** Whether it came from a device of the link's owner. */
  own: z.boolean(),
  /** Two letters (ISO 3166-1) if the hub has a table of addresses; absent or empty otherwise. */
  country: z.optional(text(2)),
  /** Whether it came by the address in the link's QR code. */
  qr: z.boolean(),
});
export type Click = z.infer<typeof Click>;
