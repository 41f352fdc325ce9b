import { dayOf, startOfDay } from '../../../activity/event.ts';
import { spanOf } from '../../../activity/span.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { TeamProfile } from '../../../team/hub-api.ts';
import { TeamMember } from '../../../team/team-items.ts';
import { fitting, useItems } from '../../../team/views/use-items.ts';
import { useLive } from '../../../workspace/live.ts';
import { teamReport } from '../../team-report.ts';
import { partName } from '../team-names.ts';
import type { TeamPageProps } from '../team-page.tsx';
import { useResults } from '../use-results.ts';
import { ReportView } from './report-view.tsx';

/** The team's figures of the last four weeks as a report: what every member sees, and nothing more. */
export function TeamReportPage({ workspace, team, channelName, siteName, materialNames }: TeamPageProps) {
  const span = spanOf('four', dayOf(Date.now()), undefined);
  const results = useResults(team, span.from, span.to);
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember);
  const ids = [...results.materials.keys()];
  const titles = useLive(() => materialNames(ids), [workspace, ids.join()]);
  const names = {
    channelName,
    siteName,
    dayName: (day: number) => date(startOfDay(day), current.value.language),
    partName: (key: string) => partName(profile, key),
    memberName: (id: string) => members.find((member) => member.id === id)?.name ?? null,
    materialName: (id: string) =>
      (titles.state === 'ready' ? titles.value.get(id) : undefined) ?? t('meMaterialGone'),
  };
  return <ReportView report={teamReport(results, span, names, profile?.name ?? '')} back="#/team" />;
}
