import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { bytesOf } from './row-size.ts';

/** Size of a table. */
export interface TableUsage {
  readonly table: TableDeclaration;
  readonly rows: number;
  readonly bytes: number;
  /** `bytes` is an estimate from a sample. */
  readonly about: boolean;
}

/** Rows weighed one by one; of a larger table, this many from both ends of the random keys. */
const WEIGHED = 400;
/** Bytes after which weighing stops: pictures are large, and a page must not read them all. */
const ENOUGH = 20_000_000;

const bytesWith = (table: TableDeclaration, row: object) => bytesOf(row) + (table.outside?.(row) ?? 0);

async function weigh(workspace: Workspace, table: TableDeclaration): Promise<{ n: number; bytes: number }> {
  let n = 0;
  let bytes = 0;
  const take = (row: object) => {
    n += 1;
    bytes += bytesWith(table, row);
  };
  const all = workspace.rows(table).toCollection();
  await all
    .limit(WEIGHED)
    .until(() => bytes > ENOUGH)
    .each(take);
  return { n, bytes };
}

async function weighEnd(
  workspace: Workspace,
  table: TableDeclaration,
): Promise<{ n: number; bytes: number }> {
  const rows = await workspace.rows(table).toCollection().reverse().limit(WEIGHED).toArray();
  return { n: rows.length, bytes: rows.reduce((sum, row) => sum + bytesWith(table, row), 0) };
}

async function holding(workspace: Workspace, table: TableDeclaration): Promise<TableUsage> {
  const rows = await workspace.rows(table).count();
  const first = await weigh(workspace, table);
  if (first.n >= rows) return { table, rows, bytes: first.bytes, about: false };
  const last = first.bytes > ENOUGH ? { n: 0, bytes: 0 } : await weighEnd(workspace, table);
  const each = (first.bytes + last.bytes) / (first.n + last.n);
  return { table, rows, bytes: Math.round(each * rows), about: true };
}

/** Number of rows and bytes of each table, in the order of the arguments. */
export async function readTableUsage(
  workspace: Workspace,
  tables: readonly TableDeclaration[],
): Promise<TableUsage[]> {
  const found: TableUsage[] = [];
  for (const table of tables) found.push(await holding(workspace, table));
  return found;
}
