import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';

export type Key = string | number;
export type Row = Record<string, unknown>;

/** Rows that are read at once: few enough that working on them stays well under a frame's patience. */
const PAGE = 500;

/** The field that is the primary key, e.g. `id` of `id, &post, at`. */
export function keyField(table: TableDeclaration): string {
  return (table.indexes.split(',')[0] ?? '').replace(/[&+*\s]/g, '');
}

/** The fields that no two rows may share, besides the key: `post` of `id, &post, at`. */
export function uniqueFields(table: TableDeclaration): string[] {
  return table.indexes
    .split(',')
    .slice(1)
    .map((index) => index.trim())
    .filter((index) => index.startsWith('&'))
    .map((index) => index.slice(1));
}

/** The field that holds bytes (and nothing else), which travel as a file of their own; null where there is none. */
export function bytesField(table: TableDeclaration): string | null {
  const { def } = table.row._zod as { def: { shape?: Record<string, TableDeclaration['row']> } };
  const isBytes = (schema: TableDeclaration['row']) =>
    schema.safeParse(new Uint8Array(1)).success &&
    !schema.safeParse('').success &&
    !schema.safeParse({}).success;
  return Object.entries(def.shape ?? {}).find(([, schema]) => isBytes(schema))?.[0] ?? null;
}

/**
 * Every row of a table in the order of its keys, a page at a time. Between pages others may write: a row that comes
 * behind the place that was read is met, one before it is not.
 */
export async function* pages(workspace: Workspace, table: TableDeclaration): AsyncGenerator<Row[]> {
  const key = keyField(table);
  const rows = workspace.rows(table);
  let last: Key | null = null;
  for (;;) {
    const from: Key | null = last;
    const page = (await (from === null ? rows.orderBy(key) : rows.where(key).above(from))
      .limit(PAGE)
      .toArray()) as Row[];
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page[page.length - 1]?.[key] as Key;
  }
}
