import { t } from '../i18n/language.ts';
import { failureOf } from '../workspace/failure.ts';
import { FAILURE_WORDS } from '../workspace/failure-words.ts';
import { companionHref } from './companion-link.ts';
import { showToast } from './toast.tsx';

/** The privacy page in the companion, where space can be freed. */
const ROOM = '#/settings/privacy';

/** Reports a failed write: why, where known, and that nothing else changed. For the `catch` of an action. */
export function sayFailure(error: unknown): void {
  const failure = failureOf(error);
  const words =
    failure === 'other' ? t('uiChangeFailed', { error: String(error) }) : t(FAILURE_WORDS[failure].text);
  const room = { label: t('failureMakeRoom'), run: () => location.assign(companionHref(ROOM)) };
  showToast(words, failure === 'full' ? room : null);
}
