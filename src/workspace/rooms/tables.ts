import * as z from 'zod/mini';
import { table } from '../declare.ts';

const roomName = z.string().check(z.maxLength(120));
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * Rooms as older versions of Musubi stored them, update by update. Only read: a room's rows move into its own database when it
 * is opened next. Goes with the next version of the diary.
 */
export const replicas = table({
  name: 'replicas',
  row: z.object({ n: z.optional(z.int()), room: roomName, update: bytes }),
  indexes: '++n, room',
  title: 'tableReplicas',
  purpose: 'purposeReplicas',
  leaves: 'never',
  keep: 'always',
  ofTeam: true,
  // What is the team's stays with the team.
  archive: 'derived',
});

/** An edit of this device, as Yjs encodes it. */
export const EditRow = z.object({
  n: z.optional(z.int()),
  room: roomName,
  /** The client that made it, and the last clock of it, as Yjs numbers them. */
  client: z.number(),
  clock: z.number(),
  /** 1 once the hub has it on its disk: a number, since IndexedDB has no index of booleans. */
  acked: z.union([z.literal(0), z.literal(1)]),
  update: bytes,
});
export type EditRow = z.infer<typeof EditRow>;

/**
 * What this device wrote into rooms. The truth: a room's own database is a copy that may lack some of it after a crash, and
 * takes it from here when it is opened. A row goes once the hub and that database both have it.
 */
export const edits = table({
  name: 'edits',
  row: EditRow,
  indexes: '++n, [room+acked]',
  since: 7,
  title: 'tableEdits',
  purpose: 'purposeEdits',
  leaves: 'room',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
});

/** The database in which a room stands on this device. A room without a row has none, whatever lies on the disk. */
export const roomStores = table({
  name: 'roomStores',
  row: z.object({
    room: roomName,
    /** A name that is never used again. */
    database: z.string().check(z.maxLength(260)),
    /** Bytes of its content, about, as it was opened last. */
    bytes: z.number(),
  }),
  indexes: 'room',
  since: 7,
  title: 'tableRoomStores',
  purpose: 'purposeRoomStores',
  outside: ({ bytes }) => bytes,
  leaves: 'never',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
});

/**
 * `waiting`: not on the hub's disk yet. `sent`: it is. `refused`: the hub did not take it. `again`: it is written into its
 * room once more unless somebody wrote something newer. The hub was restored, its batch was refused and its items are tried
 * one by one, the month's quota was spent, or it goes on in another part of the room.
 */
export const SENT_STATES = ['waiting', 'sent', 'refused', 'again'] as const;

/** What left this device, or will: every item it wrote into a room, exactly as it wrote it. */
export const SentRow = z.object({
  /** `<room> <root> <key>`. */
  id: z.string().check(z.maxLength(260)),
  room: roomName,
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
export type SentRow = z.infer<typeof SentRow>;

export const sent = table({
  name: 'sent',
  row: SentRow,
  indexes: 'id, state, at, [room+state]',
  title: 'tableSent',
  purpose: 'purposeSent',
  leaves: 'room',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
});

export const sentId = (room: string, root: string, key: string) => `${room} ${root} ${key}`;
