import { t } from '../i18n/language.ts';
import type { Answered } from '../workspace/envelope.ts';
import { FAILURE_WORDS } from '../workspace/failure-words.ts';

/** A failed request in words. */
export function failureText({ reason, failure, detail }: Extract<Answered<unknown>, { ok: false }>): string {
  if (reason === 'gone') return t('popupGone');
  if (failure === undefined || failure === 'other') return t('popupFailed', { detail });
  return t(FAILURE_WORDS[failure].text);
}
