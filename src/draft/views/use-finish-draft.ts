import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { showToast } from '../../ui/toast.tsx';
import { openDraft } from '../drafts.ts';
import type { DraftsPageProps } from './page-props.ts';

/** Decodes a post's key from an address; empty where it is malformed. */
function keyIn(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

/** Opens the sheet for the draft in the address, which clears its reminder. */
export function useFinishing({ workspace, id, openSheet, look, onOpened }: DraftsPageProps): void {
  useEffect(() => {
    if (id === '') return;
    const open = async () => {
      const post = await openDraft(workspace, keyIn(id), Date.now());
      if (post) openSheet(post, document.querySelector('main') ?? document.body);
      else showToast(t('draftGone'));
      look();
      onOpened();
    };
    open().catch(sayFailure);
  }, [id]);
}
