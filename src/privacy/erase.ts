import { Dexie } from 'dexie';
import type { TableDeclaration } from '../workspace/declare.ts';
import { addedUp, own } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import { sweepRooms } from '../workspace/rooms/databases.ts';
import type { Retained } from './retained.ts';

/** Number of deleted rows by table name; tables without any are absent. */
export type Erased = Readonly<Record<string, number>>;

/** Deletes the diary's backups, which contain what was deleted. */
async function dropCopies(workspace: Workspace): Promise<void> {
  const all = await Dexie.getDatabaseNames();
  for (const name of all) if (name.startsWith(`${workspace.diary.name}-`)) await Dexie.delete(name);
  // Rooms that have no name in the diary any more; those that are open stay.
  await sweepRooms(workspace);
}

/**
 * Empties every table in one transaction. The tables stay, so that every open page shows an empty diary at
 * once. Then deletes the backups.
 */
export async function eraseAll(workspace: Workspace, tables: readonly TableDeclaration[]): Promise<Erased> {
  const erased = await workspace.together(tables, async () => {
    const counts: [string, number][] = [];
    for (const table of tables) {
      const rows = await workspace.rows(table).count();
      if (rows > 0) counts.push([table.name, rows]);
      await workspace.rows(table).clear();
    }
    return addedUp(counts);
  });
  await dropCopies(workspace);
  return erased;
}

async function withoutSite(workspace: Workspace, table: TableDeclaration, site: string): Promise<number> {
  if (!table.withoutSite) return 0;
  const path = String(workspace.diary.table(table.name).schema.primKey.keyPath);
  const gone: (string | number)[] = [];
  const changed: object[] = [];
  await workspace
    .rows(table)
    .toCollection()
    .each((row) => {
      const left = table.withoutSite?.(row, site) ?? null;
      if (left === null) gone.push(own(row as Record<string, string | number>, path) ?? '');
      else if (left !== row) changed.push(left);
    });
  await workspace.rows(table).bulkDelete(gone);
  for (const row of changed) await workspace.put(table, row);
  return gone.length;
}

/** Deletes everything of one site, with sums and marks, in one transaction; then orphaned rows and the backups. */
export async function eraseSite(workspace: Workspace, retained: Retained, site: string): Promise<Erased> {
  const { tables } = retained;
  const erased = await workspace.together(tables, async () => {
    const counts: [string, number][] = [];
    for (const table of tables) counts.push([table.name, await withoutSite(workspace, table, site)]);
    const swept = await retained.sweep(workspace);
    const all = addedUp([...counts, ...Object.entries(swept)]);
    return Object.fromEntries(Object.entries(all).filter(([, n]) => n > 0));
  });
  await dropCopies(workspace);
  return erased;
}
