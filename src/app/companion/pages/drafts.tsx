import { DraftsPage } from '../../../draft/views/drafts-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import { openSheet } from '../../../share/views/sheet/mount.tsx';
import { asking } from '../../../workspace/ask.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { siteName } from '../../names.ts';

const ask = asking<Messages>();

/** Drafts with the sheet, names, and the background for alarm and badge. */
export function Drafts({ workspace, id }: { workspace: Workspace; id: string }) {
  return (
    <DraftsPage
      workspace={workspace}
      id={id}
      channelName={channelName}
      siteName={siteName}
      openSheet={openSheet}
      look={() => void ask('draft.look', {})}
      // Replaces the address: Back leads to where one came from, and a reload opens nothing again.
      onOpened={() => location.replace('#/drafts')}
    />
  );
}
