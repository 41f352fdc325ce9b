/**
 * The engine's tables. Plain columns only, so that the same queries run on another database engine. A capability adds its own
 * tables to this type from its folder (`declare module`).
 */
export interface Tables {
  /** One row: the store's epoch, new at every restore. */
  meta: { name: string; value: string };
  /** The last row of each room's log, and the one before the commit that wrote it. */
  head: { room: string; seq: number; was: number };
  log: { room: string; seq: number; device: number; at: number; bytes: Uint8Array };
  /** The history and the author of record; an author named within an item counts for nothing. Null value: deleted. */
  version: {
    room: string;
    seq: number;
    part: number;
    root: string;
    key: string;
    member: string;
    device: number;
    at: number;
    value: string | null;
  };
  snapshot: { room: string; upto: number; bytes: Uint8Array };
  member: {
    id: string;
    name: string;
    role: string;
    part: string;
    region: string;
    listed: number;
    at: number;
    removed: number | null;
    /** When they chose to be listed by name, UTC ms. */
    listedat: number | null;
  };
  device: { number: number; member: string; name: string; key: string; at: number; removed: number | null };
  /** An invite; `secret` is a hash. `maker`: the member who made it, empty for the hub. */
  invite: {
    id: string;
    maker: string;
    secret: string;
    role: string;
    part: string;
    region: string;
    uses: number;
    until: number;
    revoked: number | null;
  };
  /** The audit log: who did what. */
  deed: { id: string; member: string; at: number; what: string; about: string };
  medium: { hash: string; type: string; bytes: number; member: string; at: number };
  /** How many bytes a member wrote into rooms in a month, in steps. */
  written: { member: string; month: string; bytes: number };
}

/** Tables with rows of members. */
export type TableOfMembers = {
  [Table in keyof Tables]: Tables[Table] extends { readonly member: string } ? Table : never;
}[keyof Tables];
