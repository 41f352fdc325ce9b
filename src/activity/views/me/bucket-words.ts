import { date, dates } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Bucket } from '../../bucket.ts';
import { startOfDay } from '../../event.ts';
import type { Series } from './draw.ts';

/** A bar's days in words: one day, or the first and last of several. */
export function bucketDays({ from, to }: Bucket): string {
  const { language } = current.value;
  if (from === to) return date(startOfDay(from), language);
  return dates(startOfDay(from), startOfDay(to), language);
}

/** What each series is called beside a chart. */
export const SERIES_WORDS: Record<'prepared' | 'opened' | 'clicked', PlainKey> = {
  prepared: 'meChartPrepared',
  opened: 'meChartOpened',
  clicked: 'meClickedName',
};

/** A bar in words, as it is announced. */
export function bucketWords(bucket: Bucket, [outer]: Series): string {
  const { prepared, opened, clicked } = bucket;
  const days = bucketDays(bucket);
  return outer === 'clicked' ? t('meBarClicks', { days, clicked }) : t('meBar', { days, prepared, opened });
}
