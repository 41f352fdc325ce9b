import type { PlainKey } from '../i18n/translate.ts';
import type { Archiving, TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Sheet } from '../workspace/sheet.ts';

/** What the archive knows of the diary; the capabilities provide it. */
export interface Archived {
  /** In the order of an import: what others point to comes first. */
  readonly tables: readonly TableDeclaration[];
  /** What each table is called, for a person. */
  readonly names: Readonly<Record<string, PlainKey>>;
  /** Tables that are also written as CSV, for a spreadsheet. */
  readonly sheets: readonly Sheet[];
  /**
   * After an import: brings rows that were joined in line with each other. `met` has the keys that were here before
   * the file came, by table name. Running it again changes nothing.
   */
  settle(workspace: Workspace, met: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
}

/** How a table is archived; an empty rule where the defaults do. */
export function ruleOf({ archive }: TableDeclaration): Archiving {
  return typeof archive === 'object' ? archive : {};
}

/** Tables as an import takes them: of a higher rank first, else as they stand. */
export function inImportOrder(tables: readonly TableDeclaration[]): readonly TableDeclaration[] {
  return tables.toSorted((a, b) => (ruleOf(b).rank ?? 0) - (ruleOf(a).rank ?? 0));
}

/** The tables that are carried in a file. */
export function carried({ tables }: Pick<Archived, 'tables'>): readonly TableDeclaration[] {
  return tables.filter(({ archive }) => archive !== 'derived');
}
