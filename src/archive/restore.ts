import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField } from '../workspace/shape.ts';
import { partsOf, type Snapshot } from '../workspace/snapshot.ts';
import type { Course } from './progress.ts';
import { counting } from './progress.ts';
import type { Key } from './row.ts';

/** Rows in one transaction, so that others can use the diary in between. */
const BATCH = 1000;

async function putBack(
  workspace: Workspace,
  table: TableDeclaration,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    await workspace.together([table], async () => {
      await workspace.rows(table).bulkPut([...some]);
    });
  }
}

/** Deletes rows newer than the backup. First, so that no restored row violates a unique index. */
async function takeAway(
  workspace: Workspace,
  table: TableDeclaration,
  before: ReadonlySet<Key>,
): Promise<void> {
  const now = await workspace.rows(table).orderBy(keyField(table)).primaryKeys();
  const later = now.filter((key) => !before.has(key));
  for (let from = 0; from < later.length; from += BATCH) {
    await workspace.rows(table).bulkDelete(later.slice(from, from + BATCH));
  }
}

/**
 * Restores the diary from a backup: newer rows are deleted, changed ones are reset. Bytes that the backup names
 * only by key stay. Idempotent, so repeating it completes a restore that was aborted or killed; the backup
 * itself remains.
 */
export async function restoreSnapshot(
  workspace: Workspace,
  tables: readonly TableDeclaration[],
  snapshot: Snapshot,
  course: Course = {},
): Promise<void> {
  const diary = workspace.diary.name;
  const count = counting(course, snapshot.rows * 2);
  const keys = new Map<string, Set<Key>>(tables.map((table) => [table.name, new Set<Key>()]));
  for await (const part of partsOf(diary, snapshot.id)) {
    const known = keys.get(part.table);
    for (const key of part.keys) known?.add(key);
    count(part.table, part.keys.length);
  }
  for (const table of tables) await takeAway(workspace, table, keys.get(table.name) ?? new Set());
  for await (const part of partsOf(diary, snapshot.id)) {
    const table = tables.find(({ name }) => name === part.table);
    if (table && part.rows) await putBack(workspace, table, part.rows);
    count(part.table, part.keys.length);
  }
}
