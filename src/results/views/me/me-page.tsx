import '../../../activity/views/me/me.css';
import { useEffect } from 'preact/hooks';
import { dayOf } from '../../../activity/event.ts';
import type { Names } from '../../../activity/find.ts';
import { rollups } from '../../../activity/rollup.ts';
import { type Days, type Span, type SpanKind, spanBefore, spanOf } from '../../../activity/span.ts';
import type { Stats, Totals } from '../../../activity/stats.ts';
import { DayChart } from '../../../activity/views/me/day-chart.tsx';
import { PeopleTable } from '../../../activity/views/me/people-table.tsx';
import { RankTable } from '../../../activity/views/me/rank-table.tsx';
import { t } from '../../../i18n/language.ts';
import { importedIn, peopleBy, readClicks } from '../../../link/clicks.ts';
import { statsWithClicks } from '../../../link/stats.ts';
import { shortLinks } from '../../../link/tables.ts';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { FirstTime } from './first-time.tsx';
import { Funnel } from './funnel.tsx';
import { Headline } from './headline.tsx';
import type { MeLinks } from './links.ts';
import { SpanChoice } from './span-choice.tsx';

export interface MeProps extends Names {
  workspace: Workspace;
  kind: SpanKind;
  /** The person's own days, for `any`. */
  own: Days | undefined;
  onSpan: (kind: SpanKind, own?: Days) => void;
  links: MeLinks;
  /** Library items by their titles; those that are not known any more are absent. */
  materialNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Called once, when the figures are on the page. */
  onShown?: () => void;
}

/** Everything the page shows, from rollups alone: this span and the one before. */
async function readMe({ workspace, materialNames }: MeProps, span: Span) {
  const before = spanBefore(span);
  const [now, then, any, shared, clicks, came] = await Promise.all([
    statsWithClicks(workspace, span.from, span.to),
    statsWithClicks(workspace, before.from, before.to),
    everCounted(workspace, () => true),
    everCounted(workspace, (cell) => /^(prepared|opened)\|/.test(cell)),
    countsClicks(workspace),
    readClicks(workspace, span.from, span.to),
  ]);
  const materials = peopleBy(came, ({ item }) => item);
  const names = await materialNames(materials.map(({ id }) => id));
  const campaigns = peopleBy(came, ({ campaign }) => campaign);
  const clicked = { counted: clicks, imported: importedIn(came), materials, campaigns, names };
  return { span, now, before: then.totals, any: any || now.totals.clicked > 0, shared, clicked };
}

/** Whether some day counts a cell like this. It stops at the first. */
async function everCounted(workspace: Workspace, like: (cell: string) => boolean): Promise<boolean> {
  const day = await workspace
    .rows(rollups)
    .filter(({ counts }) => Object.keys(counts).some(like))
    .first();
  return day !== undefined;
}

/** Whether there are click counts at all, from a hub or from an imported file. */
async function countsClicks(workspace: Workspace): Promise<boolean> {
  return (await workspace.rows(shortLinks).limit(1).count()) > 0;
}

type Clicked = Awaited<ReturnType<typeof readMe>>['clicked'];

function Figures(props: MeProps & { span: Span; stats: Stats; before: Totals; clicked: Clicked }) {
  const { span, stats, channelName, siteName, links, clicked } = props;
  const clicks = clicked.counted;
  return (
    <>
      <Funnel
        totals={stats.totals}
        before={props.before}
        span={span}
        links={links}
        clicks={clicks}
        imported={clicked.imported}
      />
      <DayChart days={stats.days} clicks={clicks} />
      <div class="me-tables">
        <RankTable title={t('meChannels')} rows={stats.channels} nameOf={channelName} clicks={clicks} />
        <RankTable title={t('mePlaces')} rows={stats.places} nameOf={siteName} clicks={clicks} />
        <PeopleTable title={t('meCampaigns')} rows={clicked.campaigns} nameOf={(id) => id} />
        <PeopleTable
          title={t('meMaterials')}
          rows={clicked.materials}
          nameOf={(id) => clicked.names.get(id) ?? t('meMaterialGone')}
        />
      </div>
      {clicks && (
        <p class="no-print">
          <a href={links.links}>{t('meAllLinks')}</a>
          {' · '}
          <a href={links.report({ from: dayOf(Date.now()) - 6, to: dayOf(Date.now()) })}>{t('meWeekly')}</a>
          {' · '}
          <a href={links.report(span)}>{t('meReport')}</a>
        </p>
      )}
    </>
  );
}

/** What came of it: the sentence, the funnel, the days, by channel and by place. */
export function MePage(props: MeProps) {
  const { workspace, kind, own, onSpan, onShown, channelName } = props;
  const today = dayOf(Date.now());
  const span = spanOf(kind, today, own);
  const live = useLive(() => readMe(props, span), [workspace, span.kind, span.from, span.to]);
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
          imported={live.value.clicked.imported}
        />
        <SpanChoice span={span} onSpan={onSpan} />
      </header>
      <Figures {...props} span={live.value.span} stats={now} before={before} clicked={live.value.clicked} />
    </div>
  );
}
