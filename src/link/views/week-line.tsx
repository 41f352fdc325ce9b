import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';

const [WIDTH, HEIGHT] = [64, 20];
/** Room for the line's own width, px. */
const EDGE = 2;

/** People on each of seven days as a small line, its figure beside it and its days in its name. */
export function WeekLine({ week }: { week: readonly number[] }) {
  const { language } = current.value;
  const most = Math.max(1, ...week);
  const sum = week.reduce((all, n) => all + n, 0);
  const step = (WIDTH - 2 * EDGE) / Math.max(1, week.length - 1);
  const points = week.map((n, at) => [EDGE + at * step, HEIGHT - EDGE - (n / most) * (HEIGHT - 2 * EDGE)]);
  const words = t('linkWeekDays', { n: sum, days: week.map((n) => number(n, language)).join(', ') });
  return (
    <span class="week-line" role="img" aria-label={words} title={words}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline
          data-none={sum === 0 ? '' : undefined}
          points={points.map((xy) => xy.join(',')).join(' ')}
        />
      </svg>
      <span class="figure-text">{number(sum, language)}</span>
    </span>
  );
}
