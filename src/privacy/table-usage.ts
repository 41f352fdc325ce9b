import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { bytesOf } from './row-size.ts';

/** What a table holds now. */
export interface TableUsage {
  readonly table: TableDeclaration;
  readonly rows: number;
  readonly bytes: number;
  /** Not every row was weighed: `bytes` follows from a part of them. */
  readonly about: boolean;
}

/** Rows that are weighed one by one; of more, this many from either end of the key, which is random. */
const WEIGHED = 400;
/** Bytes after which weighing stops: pictures are large, and a page must not read all of them to tell their size. */
const ENOUGH = 20_000_000;

async function weigh(workspace: Workspace, table: TableDeclaration): Promise<{ n: number; bytes: number }> {
  let n = 0;
  let bytes = 0;
  const take = (row: object) => {
    n += 1;
    bytes += bytesOf(row);
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
  return { n: rows.length, bytes: rows.reduce((sum, row) => sum + bytesOf(row), 0) };
}

async function holding(workspace: Workspace, table: TableDeclaration): Promise<TableUsage> {
  const rows = await workspace.rows(table).count();
  const first = await weigh(workspace, table);
  if (first.n >= rows) return { table, rows, bytes: first.bytes, about: false };
  const last = first.bytes > ENOUGH ? { n: 0, bytes: 0 } : await weighEnd(workspace, table);
  const each = (first.bytes + last.bytes) / (first.n + last.n);
  return { table, rows, bytes: Math.round(each * rows), about: true };
}

/** How many rows and bytes each table holds, in the order given. */
export async function readTableUsage(
  workspace: Workspace,
  tables: readonly TableDeclaration[],
): Promise<TableUsage[]> {
  const found: TableUsage[] = [];
  for (const table of tables) found.push(await holding(workspace, table));
  return found;
}
