import { startOfDay } from '../../../activity/event.ts';
import type { Days } from '../../../activity/span.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { profile } from '../../../team/profile.ts';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { ownReport, type ReportNames } from '../../own-report.ts';
import { ReportView } from './report-view.tsx';

interface OwnReportPageProps extends Omit<ReportNames, 'dayName'> {
  workspace: Workspace;
  days: Days;
}

/** One's own figures as a report. */
export function OwnReportPage({ workspace, days, ...names }: OwnReportPageProps) {
  const dayName = (day: number) => date(startOfDay(day), current.value.language);
  const live = useLive(async () => {
    const person = await readSetting(workspace, profile);
    return ownReport(workspace, days, { ...names, dayName }, person.name);
  }, [workspace, days.from, days.to]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('linkReading')} />;
  return <ReportView report={live.value} back="#/me" />;
}
