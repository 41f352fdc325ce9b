import { MESSAGES } from '../../../src/app/declared.ts';
import type { PlainKey } from '../../../src/i18n/translate.ts';
import type { PageDisclosure } from '../../../src/privacy/views/ports.ts';

/** Messages of page scripts without an entry. */
export const undisclosed = MESSAGES.filter(({ from, tells }) => from === 'page' && tells === undefined).map(
  ({ name }) => name,
);

/** Disclosures to pages, grouped. */
export function pageDisclosures(): PageDisclosure[] {
  const groups = new Map<PlainKey, string[]>();
  for (const { name, from, tells } of MESSAGES)
    if (from === 'page' && tells) groups.set(tells, [...(groups.get(tells) ?? []), name]);
  return [...groups].map(([words, messages]) => ({ words, messages }));
}
