/** Rows of the hub. Plain columns only, so that the same queries run on another engine. */
export interface Tables {
  /** One row: the store's epoch, new at every restore. */
  meta: { name: string; value: string };
  log: { room: string; seq: number; device: number; at: number; bytes: Uint8Array };
  /** History and author of record: what an item says of its author counts for nothing. No value where it was deleted. */
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
    /** When they chose to appear by name, UTC ms. */
    listedat: number | null;
  };
  device: { number: number; member: string; name: string; key: string; at: number; removed: number | null };
  /** An invite as it opens a team; of its secret only the hash. `maker`: the member who made it, empty for the hub. */
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
  /** Who did what: the audit. */
  deed: { id: string; member: string; at: number; what: string; about: string };
  /** What one member's room adds up to, cell by cell, so that a month is summed without opening a room. */
  tally: { room: string; member: string; month: string; cell: string; count: number };
  medium: { hash: string; type: string; bytes: number; member: string; at: number };
  /**
   * A member's link as it holds, JSON; `changed`: when it was declared last, UTC ms; `stamp`: no two have the same, and what is
   * written later has a larger one. `asked`: as its owner wants it, where that waits for a manager's yes. `name`: what its
   * owner chose to stand in its address, null where nothing was chosen.
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
   * Followed links, many in a row: JSON. `hour`: of the first, whole hours since 1970. `links`: which ones, apart by blanks;
   * null in rows of before it was kept.
   */
  clicks: { batch: number; hour: number; packed: string; links: string | null };
  /** What the clicks of a link's day (UTC) count as, by hour, JSON; `seq`: the number of its last writing. */
  linkday: { day: number; link: string; member: string; seq: number; sums: string };
  /** What a member's cell of a guarded month has more than its drops, or fewer where it was taken back. */
  figurechange: { month: string; member: string; cell: string; count: number };
  /**
   * A guarded month. `step`: the last that was closed; `cut`: what was done until then (UTC ms) is not published any more,
   * 0 where nothing is left out; `closed`: 1 where it takes nothing more; `settled`: what holds since its start, JSON.
   */
  figuremonth: {
    month: string;
    few: number;
    step: number;
    cut: number;
    closed: number;
    settled: string;
  };
  /** A step of a guarded month: its drops and the rows that were published, JSON. Deleted when the month is closed. */
  figurestep: { month: string; step: number; packed: string };
  /** Every name that a link ever had; of who was erased its SHA-256, and no link. */
  linkname: { name: string; link: string };
  /** How many bytes a member wrote into rooms in a month, in steps. */
  written: { member: string; month: string; bytes: number };
  /** What a figure of a guarded month shows. */
  figuresum: { month: string; figure: string; type: string; value: number };
}
