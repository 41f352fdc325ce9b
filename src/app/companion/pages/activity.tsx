import { ActivityPage } from '../../../activity/views/activity/activity-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import type { PageProps } from '../../../ui/page.ts';
import { siteName } from '../../names.ts';
import { filterIn } from '../route.ts';
import { activityPorts } from './activity-ports.ts';

/** Activity with what it needs from share and capture. Another filter in the address begins it again. */
export function Page({ workspace, route }: PageProps) {
  return (
    <ActivityPage
      key={route.query.toString()}
      workspace={workspace}
      ports={activityPorts(workspace)}
      channelName={channelName}
      siteName={siteName}
      initial={filterIn(route.query)}
    />
  );
}
