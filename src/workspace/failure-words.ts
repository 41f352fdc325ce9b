import type { PlainKey } from '../i18n/translate.ts';
import type { Failure } from './failure.ts';

/** What a failure is called, and what happened, what is safe, and the way out. */
export const FAILURE_WORDS: Record<Failure, { title: PlainKey; text: PlainKey }> = {
  full: { title: 'failureFullTitle', text: 'failureFull' },
  outdated: { title: 'failureOutdatedTitle', text: 'failureOutdated' },
  damaged: { title: 'failureDamagedTitle', text: 'failureDamaged' },
  private: { title: 'failurePrivateTitle', text: 'failurePrivate' },
  other: { title: 'uiFailedTitle', text: 'uiFailedText' },
};
