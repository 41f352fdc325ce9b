import { useId, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TableIcon } from '../../../ui/icon.ts';
import { isTyping } from '../../../ui/is-typing.ts';
import { bucketSize, buckets } from '../../bucket.ts';
import type { Stats } from '../../stats.ts';
import { DayTable } from './day-table.tsx';
import { CLICKS, SHARES } from './draw.ts';
import { Plot } from './plot.tsx';

interface DayChartProps {
  days: Stats['days'];
  clicks?: boolean;
  /** Whether nothing is shown as a dash: it may be hidden as well. */
  dash?: boolean;
}

/** The days of the span as bars, those of clicks in a chart of their own where somebody counts them, and under them, one key away, the same figures as a table. */
export function DayChart({ days, clicks = false, dash = false }: DayChartProps) {
  const [open, setOpen] = useState(false);
  const bars = useMemo(() => buckets(days), [days]);
  const size = bucketSize(days.length);
  const tableId = useId();
  useLayoutEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', toggle);
    return () => document.removeEventListener('keydown', toggle);
  }, []);
  const title = t(size === 1 ? 'meByDay' : size === 7 ? 'meByWeek' : 'meByWeeks', { n: size / 7 });
  return (
    <section class="days">
      <header class="days-head">
        <h2>{title}</h2>
        <Button
          kind="quiet"
          icon={<TableIcon aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={tableId}
          aria-keyshortcuts="t"
          title={`${t(open ? 'meHideTable' : 'meShowTable')} (t)`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'meHideTable' : 'meShowTable')}
        </Button>
      </header>
      <Plot bars={bars} series={SHARES} title={title} />
      {clicks && <Plot bars={bars} series={CLICKS} title={t('meClicksByDay')} />}
      <div id={tableId} class="day-table" hidden={!open}>
        <DayTable bars={bars} title={title} clicks={clicks} dash={dash} />
      </div>
    </section>
  );
}
