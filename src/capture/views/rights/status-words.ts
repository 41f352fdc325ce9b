import type { PlainKey } from '../../../i18n/translate.ts';
import type { PermissionStatus } from '../../rights/permission-status.ts';
import type { Step, Use } from '../../rights/permission-step.ts';

/** A permission's status in a word or two. */
export const STATUS_WORDS: Record<PermissionStatus, PlainKey> = {
  unasked: 'rightsUnasked',
  asked: 'rightsAsked',
  granted: 'rightsGranted',
  declined: 'rightsDeclined',
  revoked: 'rightsRevoked',
  expired: 'rightsExpired',
};

export const USE_WORDS: Record<Use, PlainKey> = {
  repost: 'useRepost',
  website: 'useWebsite',
  print: 'usePrint',
  ads: 'useAds',
};

export const STEP_WORDS: Record<Step['type'], PlainKey> = {
  asked: 'rightsStepAsked',
  granted: 'rightsStepGranted',
  declined: 'rightsStepDeclined',
  revoked: 'rightsStepRevoked',
};
