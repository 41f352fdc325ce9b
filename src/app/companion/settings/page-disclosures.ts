import type { PlainKey } from '../../../i18n/translate.ts';
import type { PageDisclosure } from '../../../privacy/views/ports.ts';
import { MESSAGES } from '../../declared.ts';

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
