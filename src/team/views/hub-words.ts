import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { HubFailure } from '../hub-client.ts';

const WORDS: Partial<Record<HubFailure, PlainKey>> = {
  away: 'hubAway',
  answer: 'hubAnswer',
  invite: 'hubInvite',
  session: 'hubSession',
  role: 'hubRole',
  'last-admin': 'hubLastAdmin',
  rate: 'hubRate',
  pairing: 'hubPairing',
  full: 'hubFull',
  figures: 'hubFigures',
  'name-taken': 'hubNameTaken',
  'name-rule': 'linkNameRule',
};

/** What went wrong at the hub, and what to do next. */
export const hubWords = (reason: HubFailure): string => t(WORDS[reason] ?? 'hubOther');
