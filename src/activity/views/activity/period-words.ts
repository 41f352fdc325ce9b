import { dates } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { startOfDay } from '../../event.ts';
import type { EventFilter } from '../../find.ts';

/** The days of a filter in words; empty where it has none. */
export function periodWords({ from, to, counted }: EventFilter): string {
  if (from === null || to === null) return counted ? t('activityCounted') : '';
  const days = dates(startOfDay(from), startOfDay(to), current.value.language);
  return counted ? t('activityCountedIn', { days }) : days;
}
