import { dayOf } from '../../src/activity/event.ts';
import { spanOf } from '../../src/activity/span.ts';
import { OwnReportPage } from '../../src/results/views/report/own-report-page.tsx';
import { TeamReportPage } from '../../src/results/views/report/team-report-page.tsx';
import { team } from '../../src/team/views/use-team.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { channelName, materialNames, siteName } from './names.ts';
import { daysOf, monthIn, type Route } from './route.ts';

/** Figures as a report: one's own of the days in the address, or the team's. */
export function ReportRoute({ workspace, route }: { workspace: Workspace; route: Route }) {
  const names = {
    channelName,
    siteName,
    materialNames: (ids: readonly string[]) => materialNames(workspace, ids),
  };
  if (route.id === 'team' && team.value) {
    const month = monthIn(route.query, Date.now());
    return <TeamReportPage workspace={workspace} team={team.value} month={month} {...names} />;
  }
  const days = daysOf(route.query) ?? spanOf('four', dayOf(Date.now()));
  return <OwnReportPage workspace={workspace} days={days} {...names} />;
}
