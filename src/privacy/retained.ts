import type { PlainKey } from '../i18n/translate.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';

/** What privacy knows of the diary; the capabilities provide it. */
export interface Retained {
  readonly tables: readonly TableDeclaration[];
  /** What each table is called, for a person. */
  readonly names: Readonly<Record<string, PlainKey>>;
  /** Deletes what nothing points to any more, after rows were deleted. Gives how many rows went, by table name. */
  readonly sweep: (workspace: Workspace) => Promise<Record<string, number>>;
}

/** Days after which rows go: the person's choice where it is one of those offered, else what is declared. */
export function daysUntilDeleted(
  { choices, keep }: TableDeclaration,
  chosen: number | undefined,
): number | 'always' {
  return chosen !== undefined && choices?.includes(chosen) ? chosen : keep;
}
