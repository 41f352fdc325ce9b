import './me.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { dayOf } from '../../event.ts';
import type { Names } from '../../find.ts';
import { rollups } from '../../rollup.ts';
import { type Days, type Span, type SpanKind, spanBefore, spanOf } from '../../span.ts';
import { readStats, type Stats } from '../../stats.ts';
import { DayChart } from './day-chart.tsx';
import { FirstTime } from './first-time.tsx';
import { Funnel } from './funnel.tsx';
import { Headline } from './headline.tsx';
import type { MeLinks } from './links.ts';
import { RankTable } from './rank-table.tsx';
import { SpanChoice } from './span-choice.tsx';

export interface MeProps extends Names {
  workspace: Workspace;
  kind: SpanKind;
  /** The person's own days, for `any`. */
  own: Days | undefined;
  onSpan: (kind: SpanKind, own?: Days) => void;
  links: MeLinks;
  /** Called once, when the figures are on the page. */
  onShown?: () => void;
}

/** Everything the page shows, from rollups alone: this span and the one before. */
async function readMe(workspace: Workspace, span: Span) {
  const before = spanBefore(span);
  const [now, then, any, shared] = await Promise.all([
    readStats(workspace, span.from, span.to),
    readStats(workspace, before.from, before.to),
    everCounted(workspace, () => true),
    everCounted(workspace, (cell) => /^(prepared|opened)\|/.test(cell)),
  ]);
  return { span, now, before: then.totals, any, shared };
}

/** Whether some day counts a cell like this. It stops at the first. */
async function everCounted(workspace: Workspace, like: (cell: string) => boolean): Promise<boolean> {
  const day = await workspace
    .rows(rollups)
    .filter(({ counts }) => Object.keys(counts).some(like))
    .first();
  return day !== undefined;
}

function Figures(props: MeProps & { span: Span; stats: Stats }) {
  const { span, stats, channelName, siteName, links } = props;
  return (
    <>
      <Funnel totals={stats.totals} span={span} links={links} />
      <DayChart days={stats.days} />
      <div class="me-tables">
        <RankTable title={t('meChannels')} rows={stats.channels} nameOf={channelName} />
        <RankTable title={t('mePlaces')} rows={stats.places} nameOf={siteName} />
      </div>
    </>
  );
}

/** What came of it: the sentence, the funnel, the days, by channel and by place. */
export function MePage(props: MeProps) {
  const { workspace, kind, own, onSpan, onShown, channelName } = props;
  const today = dayOf(Date.now());
  const span = spanOf(kind, today, own);
  const live = useLive(() => readMe(workspace, span), [workspace, span.kind, span.from, span.to]);
  const shown = live.state !== 'loading';
  useEffect(() => {
    if (shown) onShown?.();
  }, [shown]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('meLoading')} />;
  const { now, before, any, shared } = live.value;
  if (!any) return <FirstTime sites={props.links.sites} />;
  return (
    <div class="me">
      <header class="me-head">
        <Headline
          span={live.value.span}
          stats={now}
          before={before}
          channelName={channelName}
          ever={shared}
        />
        <SpanChoice span={span} onSpan={onSpan} />
      </header>
      <Figures {...props} span={live.value.span} stats={now} />
    </div>
  );
}
