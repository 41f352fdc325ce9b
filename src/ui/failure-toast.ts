import { t } from '../i18n/language.ts';
import { failureOf } from '../workspace/failure.ts';
import { FAILURE_WORDS } from '../workspace/failure-words.ts';
import { showToast } from './toast.tsx';

/** Where room can be made: the privacy page, at its address in the companion. */
const ROOM = '/companion.html#/settings/privacy';

/** Says that a change was not written, why where that is known, and that nothing else changed. For the `catch` of a press. */
export function sayFailure(error: unknown): void {
  const failure = failureOf(error);
  const words =
    failure === 'other' ? t('uiChangeFailed', { error: String(error) }) : t(FAILURE_WORDS[failure].text);
  const room = { label: t('failureMakeRoom'), run: () => location.assign(ROOM) };
  showToast(words, failure === 'full' ? room : null);
}
