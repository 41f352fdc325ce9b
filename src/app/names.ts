import { shelf } from '../library/offline-cache/table.ts';
import { SITES } from '../sites/sites.ts';
import type { Workspace } from '../workspace/open.ts';

/** A site's display name; a page's host, or the id of an unknown recipe, as is. */
export function siteName(id: string): string {
  return SITES.find((site) => site.id === id)?.name ?? id;
}

/** Titles of library items, from the offline copy of the library. */
export async function materialNames(
  workspace: Workspace,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await workspace.rows(shelf).bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.item.title]] : [])));
}
