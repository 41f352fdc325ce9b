import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField } from '../workspace/shape.ts';
import { mainThreadYielder } from './yield-to-main.ts';

export type Key = string | number;
export type Row = Record<string, unknown>;

/** Rows that are read at once: few enough that working on them stays well under a frame's patience. */
const PAGE = 200;

/**
 * Every row of a table in the order of its keys, a page at a time. Between pages others may write: a row that comes
 * behind the place that was read is met, one before it is not.
 */
export async function* pages(workspace: Workspace, table: TableDeclaration): AsyncGenerator<Row[]> {
  const key = keyField(table);
  const rows = workspace.rows(table);
  const yieldToMain = mainThreadYielder();
  let last: Key | null = null;
  for (;;) {
    const from: Key | null = last;
    const page = (await (from === null ? rows.orderBy(key) : rows.where(key).above(from))
      .limit(PAGE)
      .toArray()) as Row[];
    if (page.length > 0) yield page;
    await yieldToMain();
    if (page.length < PAGE) return;
    last = page[page.length - 1]?.[key] as Key;
  }
}
