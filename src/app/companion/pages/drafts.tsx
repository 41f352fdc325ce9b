import { DraftsPage } from '../../../draft/views/drafts-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import { openSheet } from '../../../share/views/sheet/mount.tsx';
import type { PageProps } from '../../../ui/page.ts';
import { asking } from '../../../workspace/ask.ts';
import type { Messages } from '../../messages.ts';
import { siteName } from '../../names.ts';

const ask = asking<Messages>();

/** Drafts with the sheet, names, and the background for alarm and badge. */
export function Page({ workspace, route }: PageProps) {
  return (
    <DraftsPage
      workspace={workspace}
      id={route.id}
      channelName={channelName}
      siteName={siteName}
      openSheet={openSheet}
      look={() => void ask('draft.look', {})}
      // Replaces the address: Back leads to where one came from, and a reload opens nothing again.
      onOpened={() => location.replace('#/drafts')}
    />
  );
}
