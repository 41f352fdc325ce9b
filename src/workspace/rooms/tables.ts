import * as z from 'zod/mini';
import { table } from '../declare.ts';

/**
 * What this device knows of a team's rooms: updates as they came, in the order of their numbers. Merged when they are many.
 */
export const replicas = table({
  name: 'replicas',
  row: z.object({
    n: z.optional(z.int()),
    room: z.string().check(z.maxLength(120)),
    update: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  indexes: '++n, room',
  title: 'tableReplicas',
  purpose: 'purposeReplicas',
  leaves: 'never',
  keep: 'always',
  ofTeam: true,
  // What is the team's stays with the team.
  archive: 'derived',
});

/**
 * `waiting`: not on the hub's disk yet. `sent`: it is. `refused`: the hub did not take it. `again`: the hub's store is
 * another since, and it is put there again unless somebody wrote something newer.
 */
export const SENT_STATES = ['waiting', 'sent', 'refused', 'again'] as const;

/** What left this device, or will: every item it wrote into a room, exactly as it wrote it. */
export const Sent = z.object({
  /** `<room> <root> <key>`. */
  id: z.string().check(z.maxLength(260)),
  room: z.string().check(z.maxLength(120)),
  root: z.string().check(z.maxLength(40)),
  key: z.string().check(z.maxLength(64)),
  value: z.unknown(),
  /** When it was written, UTC ms. */
  at: z.number(),
  /** The edit that carries it, as Yjs numbers it. */
  client: z.number(),
  clock: z.number(),
  state: z.enum(SENT_STATES),
  /** When the hub had it on its disk, UTC ms; 0 before. */
  sent: z.number(),
  /** Why it was not accepted, in the hub's closed list; empty otherwise. */
  reason: z.string().check(z.maxLength(40)),
  /** It is put again no earlier than this, UTC ms: what was over the month's quota. */
  notBefore: z.optional(z.number()),
});
export type Sent = z.infer<typeof Sent>;

export const sent = table({
  name: 'sent',
  row: Sent,
  indexes: 'id, state, at, [room+state]',
  title: 'tableSent',
  purpose: 'purposeSent',
  leaves: 'room',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
});

export const sentId = (room: string, root: string, key: string) => `${room} ${root} ${key}`;
