/** Something that the results count, as the capability that it comes from declares it. */
export interface Measure {
  /** Its name in a row of the results. */
  readonly id: string;
  /** Types of what is counted that add up to it. */
  readonly types: readonly string[];
  /** Where it stands among the figures of a row: the smaller comes first. */
  readonly order: number;
  /** Its weight when rows are put in order, 1 first; absent: none. */
  readonly rank?: number;
  /** The fewest people whose sums of it are shown together. A team may demand more, never fewer. */
  readonly minPeople: number;
  /** Whether a guarded month shows it by days, groups, campaigns and the like; of others it shows the team's total alone. */
  readonly byParts?: true;
}
