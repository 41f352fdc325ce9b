import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Retained } from '../retained.ts';

/** Row counts by kind on one line: 12 activity, 3 drafts. */
export function countedWords(counts: Readonly<Record<string, number>>, names: Retained['names']): string {
  return Object.entries(counts)
    .map(([table, n]) => {
      const name = names[table];
      const kind = name ? t(name) : table;
      return t('privacyCounted', { kind, n: number(n, current.value.language) });
    })
    .join(t('fieldJoin'));
}
