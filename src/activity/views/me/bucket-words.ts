import { date, dates } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Bucket } from '../../bucket.ts';
import { startOfDay } from '../../event.ts';

/** A bar's days in words: one day, or the first and last of several. */
export function bucketDays({ from, to }: Bucket): string {
  const { language } = current.value;
  if (from === to) return date(startOfDay(from), language);
  return dates(startOfDay(from), startOfDay(to), language);
}

/** A bar in words, as it is announced. */
export function bucketWords(bucket: Bucket): string {
  return t('meBar', { days: bucketDays(bucket), prepared: bucket.prepared, opened: bucket.opened });
}
