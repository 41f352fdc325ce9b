import type { OpenSheet } from '../../share/views/sheet/open.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Look } from './draft-actions.ts';

/** What the companion hands to the page of drafts. */
export interface DraftsPageProps {
  workspace: Workspace;
  /** Key of the post whose draft is to be finished, from the address; empty for the list. */
  id: string;
  channelName: (id: string) => string;
  siteName: (id: string) => string;
  openSheet: OpenSheet;
  look: Look;
  /** Called once the draft in the address is open. */
  onOpened: () => void;
}
