import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Bucket } from '../../bucket.ts';
import { bucketDays } from './bucket-words.ts';

interface DayTableProps {
  bars: readonly Bucket[];
  title: string;
  /** Whether somebody counts clicks. */
  clicks: boolean;
  /** Whether nothing is shown as a dash: it may be hidden as well. */
  dash?: boolean;
}

/** The figures of the chart, newest first. */
export function DayTable({ bars, title, clicks, dash = false }: DayTableProps) {
  const figure = (n: number) => (dash && n === 0 ? '–' : number(n, current.value.language));
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
          {clicks && (
            <th scope="col" class="figure-cell">
              {t('meClickedName')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {bars.toReversed().map((bar) => (
          <tr key={bar.from}>
            <th scope="row">{bucketDays(bar)}</th>
            <td class="figure-cell">{figure(bar.prepared)}</td>
            <td class="figure-cell">{figure(bar.opened)}</td>
            {clicks && <td class="figure-cell">{figure(bar.clicked)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
