import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Bucket } from '../../bucket.ts';
import { bucketDays, bucketWords, SERIES_WORDS } from './bucket-words.ts';
import { type Drawn, draw, HEIGHT, PLOT, type Series } from './draw.ts';

/** The width of an element, px, followed as it changes. 0 until it is laid out. */
function useWidth<E extends Element>() {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    setWidth(Math.round(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

function Axes({ drawn, width }: { drawn: Drawn; width: number }) {
  const { language } = current.value;
  return (
    <>
      {drawn.ticks.map(({ value, y }) => (
        <g key={value}>
          <line class="chart-line" x1={PLOT.start} x2={width} y1={y} y2={y} />
          <text class="chart-text" x={PLOT.start - 8} y={y} dy="0.35em" text-anchor="end">
            {number(value, language)}
          </text>
        </g>
      ))}
      {drawn.labels.map(({ words, x, anchor }) => (
        <text key={x} class="chart-text" x={x} y={HEIGHT - 6} text-anchor={anchor}>
          {words}
        </text>
      ))}
    </>
  );
}

/** Slanted lines: what tells people from shares where there is no colour. */
function Slants({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="chart-slant-ground" width="5" height="5" />
        <rect class="chart-slant" width="2.5" height="5" />
      </pattern>
    </defs>
  );
}

/**
 * One form for each thing on every chart: prepared is an outline, opened a solid bar inside of it (it is part of what was
 * prepared), clicked is slanted.
 */
function Marks({ drawn, at, series }: { drawn: Drawn; at: number | null; series: Series }) {
  const slants = useId();
  const isClicks = series[0] === 'clicked';
  return (
    <>
      {isClicks && <Slants id={slants} />}
      {drawn.bars.map(({ key, outer, inner, band }, index) => (
        <g key={key}>
          {index === at && <rect class="chart-at" {...band} />}
          {outer &&
            (isClicks ? (
              <path class="chart-clicked" fill={`url(#${slants})`} d={outer} />
            ) : (
              <path class="chart-prepared" d={outer} />
            ))}
          {inner && <path class="chart-opened" d={inner} />}
        </g>
      ))}
    </>
  );
}

interface HitProps {
  bars: readonly Bucket[];
  series: Series;
  drawn: Drawn;
  title: string;
  at: number | null;
  onAt: (at: number | null) => void;
}

/**
 * A range over the plot, its thumb as wide as a bar's band, so that its value under a finger or a pointer is
 * the bar there: arrow keys, touch, Home and End, and what is announced come from the browser.
 */
function Hit({ bars, series, drawn, title, at, onAt }: HitProps) {
  const last = bars.length - 1;
  const bar = bars[at ?? last];
  return (
    <input
      class="chart-hit"
      type="range"
      min={0}
      max={last}
      step={1}
      value={at ?? last}
      aria-label={t('meChartName', { title })}
      aria-valuetext={bar ? bucketWords(bar, series) : ''}
      style={{ '--band': `${drawn.step}px`, insetInlineStart: `${PLOT.start}px` }}
      onInput={(event) => onAt(event.currentTarget.valueAsNumber)}
      onFocus={(event) => onAt(event.currentTarget.valueAsNumber)}
      onBlur={() => onAt(null)}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const index = Math.floor((event.clientX - box.left) / drawn.step);
        onAt(Math.max(0, Math.min(last, index)));
      }}
      onPointerLeave={(event) => {
        if (!event.currentTarget.matches(':focus-visible')) onAt(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAt(null);
      }}
    />
  );
}

interface BubbleProps {
  bar: Bucket;
  series: Series;
  centre: number;
  width: number;
}

function Bubble({ bar, series, centre, width }: BubbleProps) {
  const start = Math.max(0, Math.min(width - 180, centre - 90));
  const { language } = current.value;
  return (
    <div class="chart-bubble" aria-hidden="true" style={{ left: `${start}px` }}>
      <span>{bucketDays(bar)}</span>
      {series.map(
        (name) =>
          name && (
            <span key={name}>
              {t(SERIES_WORDS[name])} <b>{number(bar[name], language)}</b>
            </span>
          ),
      )}
    </div>
  );
}

/** Bars for counts, the axis at zero. */
export function Bars({ bars, series, title }: { bars: readonly Bucket[]; series: Series; title: string }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const drawn = draw(bars, series, width, current.value.language);
  const bar = at === null ? undefined : bars[at];
  return (
    <div class="chart" dir="ltr" ref={ref} style={{ blockSize: `${HEIGHT}px` }}>
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
            <Axes drawn={drawn} width={width} />
            <Marks drawn={drawn} at={at} series={series} />
          </svg>
          <Hit bars={bars} series={series} drawn={drawn} title={title} at={at} onAt={setAt} />
          {bar && at !== null && (
            <Bubble bar={bar} series={series} centre={PLOT.start + (at + 0.5) * drawn.step} width={width} />
          )}
        </>
      )}
    </div>
  );
}
