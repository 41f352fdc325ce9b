import type { Workspace } from '../../workspace/open.ts';
import { shares } from '../tables.ts';

/** Shares looked back over. */
const LOOKED_AT = 200;
/** Most campaigns suggested. */
const MOST = 40;

/** Campaigns to suggest, unique: the team's first, then those of one's own last shares. */
export async function offeredCampaigns(
  workspace: Workspace,
  ofTeam: (workspace: Workspace) => Promise<readonly string[]>,
): Promise<string[]> {
  const last = await workspace.rows(shares).orderBy('at').reverse().limit(LOOKED_AT).toArray();
  const all = [...(await ofTeam(workspace)), ...last.map(({ campaign }) => campaign)];
  return [...new Set(all)].filter((name) => name !== '').slice(0, MOST);
}
