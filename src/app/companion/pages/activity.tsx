import type { EventFilter } from '../../../activity/find.ts';
import { ActivityPage } from '../../../activity/views/activity/activity-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { siteName } from '../../names.ts';
import { activityDoors } from './activity-ports.ts';

/** Activity with what it needs from share and capture. */
export function Activity({ workspace, initial }: { workspace: Workspace; initial: EventFilter }) {
  return (
    <ActivityPage
      workspace={workspace}
      doors={activityDoors(workspace)}
      channelName={channelName}
      siteName={siteName}
      initial={initial}
    />
  );
}
