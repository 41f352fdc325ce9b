import { MESSAGES } from '../../../src/declarations.ts';
import type { PlainKey } from '../../../src/i18n/translate.ts';
import type { PageDisclosure } from '../../../src/privacy/views/ports.ts';
import { own } from '../../../src/workspace/named.ts';

/** What the answer to each message of a page's script reveals. A test checks that all are listed. */
const TELLS: Readonly<Record<string, PlainKey>> = {
  'marks.read': 'privacyTellsMarks',
  'marks.all': 'privacyTellsMarks',
  'share.now': 'privacyTellsShare',
  'share.opened': 'privacyTellsYes',
  'share.related': 'privacyTellsShare',
  'share.undo': 'privacyTellsYes',
  'share.sheet': 'privacyTellsSheet',
  'share.campaigns': 'privacyTellsLabels',
  'share.preset': 'privacyTellsLabels',
  'share.draft': 'privacyTellsYes',
  'draft.later': 'privacyTellsYes',
  'capture.keep': 'privacyTellsKept',
  'capture.undo': 'privacyTellsYes',
  'health.read': 'privacyTellsYes',
  'sheet.opening': 'privacyTellsYes',
  'sheet.apart': 'privacyTellsYes',
  'feed.acting': 'privacyTellsYes',
  'app.open': 'privacyTellsYes',
};

/** Messages of page scripts without an entry. */
export const undisclosed = MESSAGES.filter(
  ({ name, from }) => from === 'page' && !Object.hasOwn(TELLS, name),
).map(({ name }) => name);

/** Disclosures to pages, grouped. */
export function pageDisclosures(): PageDisclosure[] {
  const groups = new Map<PlainKey, string[]>();
  for (const { name, from } of MESSAGES) {
    const words = own(TELLS, name);
    if (from === 'page' && words) groups.set(words, [...(groups.get(words) ?? []), name]);
  }
  return [...groups].map(([words, messages]) => ({ words, messages }));
}
