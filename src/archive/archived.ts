import type { PlainKey } from '../i18n/translate.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Sheet } from '../workspace/sheet.ts';

/** A row as it is before and after a change; `before` is null for one that is new. */
export interface Change<Row extends object = object> {
  readonly before: Row | null;
  readonly after: Row;
}

/** Ids that an import replaced by the id of the row that stands here already, by table name. */
export type Moved = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How a table travels, where the defaults do not do. All functions are pure but for `written`. */
export interface TableRule<Row extends object = object> {
  readonly table: TableDeclaration<Row>;
  /** `made`: the table follows from others, so it is made again and never carried. */
  readonly made?: boolean;
  /** Two rows of one key that differ. Joining the same row again must change nothing. */
  merge?(mine: Row, theirs: Row): Row;
  /** A row that comes in, pointed to the rows that stand here. */
  follow?(row: Row, moved: Moved): Row;
  /** What the schema cannot say of a row that comes in, e.g. that a picture's bytes are one. */
  fits?(row: Row): Promise<boolean> | boolean;
  /** Tables that `written` writes, in the same transaction as the rows. */
  readonly alongside?: readonly TableDeclaration[];
  written?(workspace: Workspace, changes: readonly Change<Row>[]): Promise<void>;
}

/** All that the archive is told of the diary: it knows no capability of its own. */
export interface Archived {
  /** In the order of an import: what others point to comes first. */
  readonly tables: readonly TableDeclaration[];
  readonly rules: readonly TableRule[];
  /** What each table is called, for a person. */
  readonly names: Readonly<Record<string, PlainKey>>;
  /** Tables that are also written as CSV, for a spreadsheet. */
  readonly sheets: readonly Sheet[];
  /**
   * After an import: brings rows that were joined in line with each other. `met` has the keys that were here before
   * the file came, by table name. Running it again changes nothing.
   */
  settle?(workspace: Workspace, met: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
}

/** The rule of a table; an empty one where the defaults do. */
export function ruleOf(archived: Archived, table: TableDeclaration): TableRule {
  return archived.rules.find((rule) => rule.table.name === table.name) ?? { table };
}

/** The tables that are carried in a file. */
export function carried(archived: Archived): readonly TableDeclaration[] {
  return archived.tables.filter((table) => ruleOf(archived, table).made !== true);
}
