import { t } from '../../../i18n/language.ts';
import type { Bucket } from '../../bucket.ts';
import { Bars } from './bars.tsx';
import { SERIES_WORDS } from './bucket-words.ts';
import type { Series } from './draw.ts';

interface PlotProps {
  bars: readonly Bucket[];
  series: Series;
  /** What its bars are of, for who cannot see them. */
  title: string;
}

/** One chart: what its bars are, each by its form, and the bars. All charts of days are made of this. */
export function Plot({ bars, series, title }: PlotProps) {
  return (
    <div class="plot">
      <ul class="legend caption">
        {series.map(
          (name) =>
            name && (
              <li key={name}>
                <span class={`legend-${name}`} />
                {t(SERIES_WORDS[name])}
              </li>
            ),
        )}
      </ul>
      <Bars bars={bars} series={series} title={title} />
    </div>
  );
}
