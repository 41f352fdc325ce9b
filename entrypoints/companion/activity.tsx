import type { EventFilter } from '../../src/activity/find.ts';
import { ActivityPage } from '../../src/activity/views/activity/activity-page.tsx';
import type { Workspace } from '../../src/workspace/open.ts';
import { activityDoors } from './activity-ports.ts';
import { channelName, siteName } from './names.ts';

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
