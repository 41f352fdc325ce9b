/** The tables of the hub's store. Plain columns only, so that the same queries run on another database engine. */
export interface Tables {
  /** One row: the store's epoch, new at every restore. */
  meta: { name: string; value: string };
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
  /** Sums of each member's room, cell by cell, so that a month is added up without opening rooms. */
  tally: { room: string; member: string; month: string; cell: string; count: number };
  medium: { hash: string; type: string; bytes: number; member: string; at: number };
  /**
   * A member's link as it is in force, JSON. `changed`: when it was declared last, UTC ms; `stamp`: unique, and larger for
   * what is written later. The next column is the change that its owner wants and a manager has not approved yet. `name`:
   * the name its owner chose for its address; null if none.
   */
  link: {
    id: string;
    member: string;
    at: number;
    changed: number;
    stamp: number;
    record: string;
    asked: string | null;
    name: string | null;
  };
  /**
   * Recorded clicks, a batch per row, JSON. `hour`: of the first one, whole hours since 1970. `links`: the ids of their links,
   * separated by spaces; null in rows from before this column.
   */
  clicks: { batch: number; hour: number; packed: string; links: string | null };
  /** Counts of a link's clicks on a day (UTC), by hour, JSON. `seq`: the number of the last write. */
  linkday: { day: number; link: string; member: string; seq: number; sums: string };
  /** How much a member's cell of a guarded month differs from its drops: more, or fewer where something was undone. */
  figurechange: { month: string; member: string; cell: string; count: number };
  /**
   * A guarded month. `step`: the last closed step; `cut`: events until then (UTC ms) are no longer published, 0 if nothing is
   * left out; `closed`: 1 if it is final; `settled`: the facts fixed at its start, JSON.
   */
  figuremonth: {
    month: string;
    few: number;
    step: number;
    cut: number;
    closed: number;
    settled: string;
  };
  /** A step of a guarded month: its drops and its published rows, JSON. Deleted when the month is closed. */
  figurestep: { month: string; step: number; packed: string };
  /** Every name that a link ever had; for an erased owner its SHA-256, without a link. */
  linkname: { name: string; link: string };
  /** How many bytes a member wrote into rooms in a month, in steps. */
  written: { member: string; month: string; bytes: number };
  /** The published value of a figure of a guarded month. */
  figuresum: { month: string; figure: string; type: string; value: number };
}
