import { shelf } from '../../library/offline-cache/table.ts';
import { preferences } from '../../share/tables.ts';
import type { Team } from '../../team/team.ts';
import { TeamGuide } from '../../team/views/guide.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { dropHint, goneHints } from '../../ui/hints.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting, settings } from '../../workspace/setting.ts';

async function readFacts(workspace: Workspace) {
  const isGone = (await readSetting(workspace, goneHints)).includes('founding');
  const networks = await workspace.rows(settings).get(preferences.name);
  const inCampaign = await workspace
    .rows(shelf)
    .filter(({ item }) => item.campaign !== '')
    .first();
  return { isGone, hasNetworks: networks !== undefined, hasCampaign: inCampaign !== undefined };
}

/** The guide for whoever founded a team, until it is followed or dismissed. */
export function FoundingGuide({ workspace, team }: { workspace: Workspace; team: Team }) {
  const live = useLive(() => readFacts(workspace), [workspace]);
  if (live.state !== 'ready' || live.value.isGone || team.member.role !== 'admin') return null;
  const { hasNetworks, hasCampaign } = live.value;
  const dismiss = () => void dropHint(workspace, 'founding').catch(sayFailure);
  return <TeamGuide team={team} hasNetworks={hasNetworks} hasCampaign={hasCampaign} onDismiss={dismiss} />;
}
