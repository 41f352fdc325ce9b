import { dayOf, startOfDay } from '../../../activity/event.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { clicksKnown } from '../../../link/own-clicks.ts';
import { TeamProfile } from '../../../team/hub-api.ts';
import { TeamMember } from '../../../team/team-items.ts';
import { fitting, useItems } from '../../../team/views/use-items.ts';
import { useLive } from '../../../workspace/live.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { daysIn } from '../../months.ts';
import { teamReport } from '../../team-report.ts';
import { partName } from '../team-names.ts';
import type { TeamMonthProps } from '../team-page.tsx';
import { useResults } from '../use-results.ts';
import { ReportView } from './report-view.tsx';

/** The team's figures of a month as a report: what every member sees, and nothing more. */
export function TeamReportPage(props: TeamMonthProps) {
  const { workspace, team, month, channelName, siteName, materialNames } = props;
  const results = useResults(team, [month])([month]);
  const days = daysIn(month, dayOf(Date.now()), results.days);
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember);
  const ids = [...results.materials.keys()];
  const known = useLive(() => readSetting(workspace, clicksKnown), [workspace]);
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
  const about = { name: profile?.name ?? '', rules: known.state === 'ready' ? known.value.rules : 0 };
  return <ReportView report={teamReport(results, days, names, about)} back={`#/team?month=${month}`} />;
}
