import { dayOf } from '../../../activity/event.ts';
import { spanOf } from '../../../activity/span.ts';
import { OwnReportPage } from '../../../results/views/report/own-report-page.tsx';
import { TeamReportPage } from '../../../results/views/report/team-report-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import { team } from '../../../team/views/use-team.ts';
import type { PageProps } from '../../../ui/page.ts';
import { materialNames, siteName } from '../../names.ts';
import { daysOf, monthIn } from '../route.ts';

/** Figures as a report: one's own of the days in the address, or the team's. Another address begins it again. */
export function Page(props: PageProps) {
  return <Report key={props.route.id + props.route.query} {...props} />;
}

function Report({ workspace, route }: PageProps) {
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
