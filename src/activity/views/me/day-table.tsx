import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Bucket } from '../../bucket.ts';
import { bucketDays } from './bucket-words.ts';

/** The figures of the chart, newest first. */
export function DayTable({ bars, title }: { bars: readonly Bucket[]; title: string }) {
  const figure = (n: number) => number(n, current.value.language);
  return (
    <table class="table">
      <caption class="out-of-sight">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meDay')}</th>
          <th scope="col" class="figure-cell">
            {t('mePreparedName')}
          </th>
          <th scope="col" class="figure-cell">
            {t('meOpenedName')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.toReversed().map((bar) => (
          <tr key={bar.from}>
            <th scope="row">{bucketDays(bar)}</th>
            <td class="figure-cell">{figure(bar.prepared)}</td>
            <td class="figure-cell">{figure(bar.opened)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
