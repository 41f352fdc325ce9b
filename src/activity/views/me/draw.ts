import { scaleLinear } from 'd3-scale';
import { shortDay } from '../../../i18n/format.ts';
import type { Bucket } from '../../bucket.ts';
import { startOfDay } from '../../event.ts';

/** Height of the drawing, px. */
export const HEIGHT = 196;
/** The plot inside it, px: room for figures at the start, for days below. */
export const PLOT = { start: 36, top: 14, bottom: 30 } as const;
const LABEL_ROOM = 64;

export interface Drawn {
  /** Width of a bar's band, px. */
  readonly step: number;
  readonly ticks: readonly { value: number; y: number }[];
  readonly labels: readonly { words: string; x: number; anchor: 'middle' | 'end' }[];
  readonly bars: readonly {
    key: number;
    /** Paths; empty where there is nothing to draw. */
    /** The outer bar, and the one inside of it. */
    outer: string;
    inner: string;
    band: { x: number; y: number; width: number; height: number };
  }[];
}

/** A bar with round shoulders, standing on the axis. */
function column(centre: number, width: number, y: number, floor: number): string {
  const height = floor - y;
  if (height <= 0) return '';
  const r = Math.min(2.5, width / 2, height);
  const [x0, x1] = [centre - width / 2, centre + width / 2];
  return `M${x0} ${floor}V${y + r}Q${x0} ${y} ${x0 + r} ${y}H${x1 - r}Q${x1} ${y} ${x1} ${y + r}V${floor}Z`;
}

/** Days under the axis, as many as have room, counted from the newest so that today keeps its label. */
function labels(bars: readonly Bucket[], step: number, width: number, language: string): Drawn['labels'] {
  const room = Math.ceil(LABEL_ROOM / Math.max(step, 1));
  const every = bars.length <= 62 && room > 1 && room <= 7 ? 7 : Math.max(1, room);
  return bars.flatMap((bar, index): Drawn['labels'] => {
    const wanted = (bars.length - 1 - index) % every === 0;
    const x = PLOT.start + (index + 0.5) * step;
    if (!wanted) return [];
    const words = shortDay(startOfDay(bar.from), language);
    // The last one would stand over the edge.
    const over = x + 22 > width;
    return [{ words, x: over ? width : x, anchor: over ? 'end' : 'middle' }];
  });
}

/** What a chart draws: an outer bar, and one inside of it that is part of it. */
export type Series = readonly [outer: keyof Counted, inner: keyof Counted | null];
type Counted = Omit<Bucket, 'from' | 'to'>;

/** What was prepared, and what of it was opened; and, in a chart of its own, what was followed. */
export const SHARES: Series = ['prepared', 'opened'];
export const CLICKS: Series = ['clicked', null];

/** The chart's geometry for a width, px. Pure; the scale starts at zero and has whole figures only. */
export function draw(
  bars: readonly Bucket[],
  [outer, inner]: Series,
  width: number,
  language: string,
): Drawn {
  const floor = HEIGHT - PLOT.bottom;
  const step = Math.max(1, (width - PLOT.start) / Math.max(1, bars.length));
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar[outer], inner ? bar[inner] : 0)));
  const y = scaleLinear([0, most], [floor, PLOT.top]).nice(3);
  const wide = Math.max(2, Math.min(22, step * 0.62));
  return {
    step,
    ticks: y
      .ticks(3)
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
    labels: labels(bars, step, width, language),
    bars: bars.map((bar, index) => {
      const centre = PLOT.start + (index + 0.5) * step;
      return {
        key: bar.from,
        outer: column(centre, wide, y(bar[outer]), floor),
        inner: inner ? column(centre, Math.max(1.5, wide * 0.5), y(bar[inner]), floor) : '',
        band: { x: centre - step / 2, y: PLOT.top, width: step, height: floor - PLOT.top },
      };
    }),
  };
}
