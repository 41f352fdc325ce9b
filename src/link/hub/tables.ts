/** The tables of links and their clicks. */
declare module '../../hub/store/tables.ts' {
  interface Tables {
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
    /** Every name that a link ever had; for an erased owner its SHA-256, without a link. */
    linkname: { name: string; link: string };
  }
}

export {};
