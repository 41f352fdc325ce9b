import { newestOfEach, type UncountedLink } from '../link/uncounted-link.ts';
import type { Workspace } from '../workspace/open.ts';
import { type ShareRow, shares } from './tables.ts';

const uncounted = ({ id, at, title, channel, url }: ShareRow): UncountedLink => ({
  id,
  at,
  title,
  channel,
  address: url,
});

/** Links of one's own shares that lead to their pages without a hub; what was undone was never given out. */
export async function readUncounted(workspace: Workspace): Promise<UncountedLink[]> {
  const rows = await workspace.rows(shares).where('undone').equals(0).toArray();
  return newestOfEach(rows.filter(({ short }) => short === '').map(uncounted));
}
