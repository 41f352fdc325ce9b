import { t } from '../i18n/language.ts';
import { showToast } from './toast.tsx';

/** Says that a change was not written, and that nothing else changed. For the `catch` of a press. */
export function sayFailure(error: unknown): void {
  showToast(t('uiChangeFailed', { error: String(error) }));
}
