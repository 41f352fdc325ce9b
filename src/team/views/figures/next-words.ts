import { month as monthName } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { TeamFigures } from '../../figures.ts';

/** How figures will be shown, and from when on. */
export function nextWords(next: TeamFigures, language: string): string {
  const month = monthName(next.since, language);
  return next.mode === 'open'
    ? t('figuresNextOpen', { month })
    : t('figuresNextGuarded', { month, n: next.few });
}
