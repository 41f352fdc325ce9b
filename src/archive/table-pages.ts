import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField } from '../workspace/shape.ts';
import type { Key, Row } from './row.ts';
import { mainThreadYielder } from './yield-to-main.ts';

/** Rows read at a time: few enough to stay well within a frame. */
const PAGE = 200;

/**
 * Every row of a table in key order, page by page. Others may write in between: a new row after the current
 * position is included, one before it is not.
 */
export async function* tablePages(workspace: Workspace, table: TableDeclaration): AsyncGenerator<Row[]> {
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
