import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Reason, Refusal } from '../refusal.ts';

const WORDS: Record<Reason, PlainKey> = {
  empty: 'refuseEmpty',
  notZip: 'refuseNotZip',
  truncated: 'refuseTruncated',
  damaged: 'refuseDamaged',
  encrypted: 'refuseEncrypted',
  unsupported: 'refuseUnsupported',
  bomb: 'refuseBomb',
  path: 'refusePath',
  foreign: 'refuseForeign',
  manifest: 'refuseManifest',
  newer: 'refuseNewer',
  unlisted: 'refuseUnlisted',
  missing: 'refuseMissing',
  hash: 'refuseHash',
  encoding: 'refuseEncoding',
  json: 'refuseRow',
  row: 'refuseRow',
  order: 'refuseOrder',
  count: 'refuseCount',
  unreadable: 'refuseUnreadable',
};

/** Why a file was refused, for the person. */
export function refusalWords({ reason }: Refusal): string {
  return t(WORDS[reason]);
}

/** Where in the file, as a line of plain text. */
export function refusalPlace({ file, line, detail }: Refusal): string {
  const place = [file, line > 0 ? String(line) : ''].filter(Boolean).join(':');
  return [place, detail].filter(Boolean).join(' · ');
}
