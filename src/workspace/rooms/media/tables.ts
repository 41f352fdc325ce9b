import * as z from 'zod/mini';
import { table } from '../../declare.ts';

/**
 * `waiting`: brought by this device, not whole on the hub's disk yet. `sent`: it is. `refused`: the hub did not take it.
 * `fetched`: a colleague's, here because somebody looked at it.
 */
export const MEDIA_STATES = ['waiting', 'sent', 'refused', 'fetched'] as const;

/** A picture or a video that a room names by its hash. */
export const RoomMedium = z.object({
  /** SHA-256 (hex) of the bytes. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  type: z.string().check(z.maxLength(100)),
  bytes: z.instanceof(Uint8Array),
  at: z.number(),
  state: z.enum(MEDIA_STATES),
  /** Why it was not accepted, in the hub's closed list; empty otherwise. */
  reason: z.string().check(z.maxLength(40)),
});
export type RoomMedium = z.infer<typeof RoomMedium>;

export const roomMedia = table({
  name: 'roomMedia',
  row: RoomMedium,
  indexes: 'hash, state, at',
  title: 'tableRoomMedia',
  purpose: 'purposeRoomMedia',
  leaves: 'room',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
  ages: 'at',
  choices: [30, 90],
  // What waits has not left yet: it stays until it has.
  spares: ({ state }) => state === 'waiting',
});
