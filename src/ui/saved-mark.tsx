import './saved-mark.css';
import { t } from '../i18n/language.ts';
import type { SaveState } from './use-autosave.ts';

/** Whether typed text is saved on this device; announced, not only shown. */
export function SavedMark({ state }: { state: SaveState }) {
  return (
    <span class="saved-mark caption" role="status" data-state={state}>
      {state === 'saving' && t('uiSaving')}
      {state === 'saved' && t('uiSaved')}
      {state === 'failed' && t('uiNotSaved')}
    </span>
  );
}
