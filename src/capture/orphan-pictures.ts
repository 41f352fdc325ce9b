import type { Workspace } from '../workspace/open.ts';
import { captures, media } from './tables.ts';

/** Deletes pictures that no capture uses. Returns how many. Joins the caller's transaction if there is one. */
export function dropOrphans(workspace: Workspace): Promise<number> {
  return workspace.together([captures, media], async () => {
    const wanted = new Set<string>();
    await workspace
      .rows(captures)
      .toCollection()
      .each(({ pictures }) => {
        for (const { hash } of pictures) if (hash) wanted.add(hash);
      });
    const stored = await workspace.rows(media).toCollection().primaryKeys();
    const orphans = stored.filter((hash) => !wanted.has(String(hash)));
    await workspace.rows(media).bulkDelete(orphans);
    return orphans.length;
  });
}
