import { dayTime } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Draft } from '../../share/tables.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { dropDraft, putBack, setReminder } from '../drafts.ts';

/** Called after every change, to update the alarm and the badge. */
export type Look = () => void;

/** Changes a draft's reminder (UTC ms; 0 for none) and says so. */
export async function remind(workspace: Workspace, draft: Draft, at: number, look: Look): Promise<void> {
  try {
    const there = await setReminder(workspace, draft.post, at);
    if (!there) showToast(t('draftGone'));
    else if (at === 0) showToast(t('draftUnreminded'));
    else showToast(t('draftReminded', { when: dayTime(at, current.value.language) }));
    look();
  } catch (error) {
    sayFailure(error);
  }
}

async function bringBack(workspace: Workspace, draft: Draft, look: Look): Promise<void> {
  try {
    showToast(t((await putBack(workspace, draft)) ? 'draftBack' : 'draftNotBack'));
    look();
  } catch (error) {
    sayFailure(error);
  }
}

/** Deletes a draft, with undo. */
export async function remove(workspace: Workspace, draft: Draft, look: Look): Promise<void> {
  try {
    const gone = await dropDraft(workspace, draft.post);
    if (gone) {
      const undo = { label: t('uiUndo'), run: () => void bringBack(workspace, gone, look) };
      showToast(t('draftDeleted'), undo);
    }
    look();
  } catch (error) {
    sayFailure(error);
  }
}
