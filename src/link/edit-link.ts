import type { Workspace } from '../workspace/open.ts';
import { destinationOf } from './destination.ts';
import { type ShortLink, shortLinks } from './tables.ts';

/** The fields of a link that its owner may change. */
export type LinkChange = Partial<
  Pick<ShortLink, 'until' | 'paused' | 'target' | 'tags' | 'title' | 'picture'>
>;

/** Why a change was refused. `target`: links may not lead there. */
export type LinkRefusal = 'target' | 'gone';

/** Changes a link on this device; the change is sent to the hub with the next sync. Null if it was accepted. */
export function editLink(
  workspace: Workspace,
  id: string,
  change: LinkChange,
  now: number,
): Promise<LinkRefusal | null> {
  return workspace.together([shortLinks], async () => {
    const link = await workspace.rows(shortLinks).get(id);
    if (!link) return 'gone';
    if (change.target !== undefined && !destinationOf(change.target).ok) return 'target';
    const asked = change.target === undefined ? link.asked : '';
    await workspace.put(shortLinks, { ...link, ...change, asked, changed: now });
    return null;
  });
}
