/** The tables of the results. */
declare module '../../hub/store/tables.ts' {
  interface Tables {
    /** Sums of each member's room, cell by cell, so that a month is added up without opening rooms. */
    tally: { room: string; member: string; month: string; cell: string; count: number };
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
    /** The published value of a figure of a guarded month. */
    figuresum: { month: string; figure: string; type: string; value: number };
  }
}

export {};
