import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';

/** How a table's rows grow old and whose they are, where there is more to say than its declaration does. */
export interface Keeping<Row extends object = object> {
  readonly table: TableDeclaration<Row>;
  /** Indexed field with the moment (UTC ms) from which a row's days are counted. Without it no row grows old. */
  readonly ages?: string;
  /** Lives in days that the person may choose instead of the declared one; all of them shorter. */
  readonly choices?: readonly number[];
  /** Indexed field with the moment (UTC ms) at which a row was taken back, 0 while it stands; and for how many days it can come back. */
  readonly trash?: { readonly by: string; readonly days: number };
  /** Rows that stay however old they are: others still point to them. */
  spares?(row: Row): boolean;
  /** What is left of a row once a site is deleted: itself, a part of it, or null where it goes. Must be pure. */
  without?(row: Row, site: string): Row | null;
}

/** All that privacy is told of the diary: it knows no capability of its own. */
export interface Retained {
  readonly keepings: readonly Keeping[];
  /** Deletes what nothing points to any more, after rows were deleted. Gives how many rows went, by table name. */
  readonly sweep: (workspace: Workspace) => Promise<Record<string, number>>;
}

/** Pairs a keeping with its row's type, so that its functions agree with the table. */
export function keeping<Row extends object>(one: Keeping<Row>): Keeping {
  return one as unknown as Keeping;
}

/** Days that rows are kept: the person's choice where it is one of those offered, else what is declared. */
export function daysKept({ table, choices }: Keeping, chosen: number | undefined): number | 'always' {
  return chosen !== undefined && choices?.includes(chosen) ? chosen : table.keep;
}
