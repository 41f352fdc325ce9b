import '../../activity/views/me/me.css';
import './links.css';
import { useMemo, useState } from 'preact/hooks';
import { startOfDay } from '../../activity/event.ts';
import type { Days } from '../../activity/span.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dates } from '../../ui/dates.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Link } from '../../ui/icon.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { peopleIn } from '../clicks.ts';
import {
  ALL_LINKS,
  bySort,
  type FoundLink,
  type LinkFilter,
  type LinkSort,
  matching,
} from '../find-links.ts';
import type { ChannelOfSource } from '../import/store-rows.ts';
import { codeAddress } from '../name-link.ts';
import { type ReadLinks, readLinks } from '../read-links.ts';
import type { UncountedLink } from '../uncounted-link.ts';
import { CodePanel } from './code-panel.tsx';
import { CountsTable } from './counts-table.tsx';
import { ImportClicks } from './import-clicks.tsx';
import { LinkFilters } from './link-filters.tsx';
import { LinkHeads, LinkRow } from './link-row.tsx';
import { linkName } from './link-words.ts';
import { UncountedLinks } from './uncounted-links.tsx';

const ROW = 56;

interface LinksPageProps {
  workspace: Workspace;
  /** The days that are looked at; null: all. */
  days: Days | null;
  channelName: (id: string) => string;
  channelOfSource: ChannelOfSource;
  /** Reads the links of own shares that nobody counts; null where a hub counts. */
  readUncounted?: (() => Promise<readonly UncountedLink[]>) | null;
}

/** One's own links: found, sorted, copied and scanned from here; what their figures are made of stands behind them. */
export function LinksPage(props: LinksPageProps) {
  const { workspace, days, channelName, channelOfSource, readUncounted = null } = props;
  const live = useLive(
    () => readLinks(workspace, days, channelName, Date.now()),
    [workspace, days?.from, days?.to],
  );
  const alone = useLive(
    async () => (days === null && readUncounted ? readUncounted() : []),
    [workspace, days, readUncounted],
  );
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (alone.state === 'failed') return <Failed error={alone.error} />;
  if (live.state === 'loading' || alone.state === 'loading') return <Skeleton label={t('linkReading')} />;
  return (
    <div class="links">
      <header>
        <h1>{t('linksTitle')}</h1>
        <p class="soft">
          {days ? (
            <>
              <Dates from={startOfDay(days.from)} to={startOfDay(days.to)} /> ·{' '}
              <a href="#/links">{t('linksAllDays')}</a>
            </>
          ) : (
            t('linksAbout')
          )}
        </p>
      </header>
      {alone.value.length > 0 && (
        <UncountedLinks workspace={workspace} links={alone.value} channelName={channelName} />
      )}
      {live.value.links.length + alone.value.length === 0 && (
        <Empty icon={<Link aria-hidden="true" />} title={t('linksNone')}>
          {t('linksNoneHow')}
        </Empty>
      )}
      {live.value.links.length > 0 && (
        <Found workspace={workspace} read={live.value} isSpan={days !== null} channelName={channelName} />
      )}
      <ImportClicks workspace={workspace} channelOf={channelOfSource} />
    </div>
  );
}

/** What is open over the list: the code of a link, or how its clicks were counted; null: nothing. */
type Over = { readonly show: 'code' | 'counts'; readonly found: FoundLink } | null;

interface FoundProps {
  workspace: Workspace;
  read: ReadLinks;
  /** Whether the list is of some days: then of what came of links in them. */
  isSpan: boolean;
  channelName: (id: string) => string;
}

function Found({ workspace, read, isSpan, channelName }: FoundProps) {
  const [filter, setFilter] = useState<LinkFilter>(ALL_LINKS);
  const [sort, setSort] = useState<LinkSort>(isSpan ? 'people' : 'newest');
  const [over, setOver] = useState<Over>(null);
  const { language } = current.value;
  const now = Date.now();
  const shown = useMemo(
    () => read.links.filter(matching(filter, now)).sort(bySort(sort, language, linkName)),
    [read, filter, sort, language],
  );
  const actions = {
    channelName,
    showCode: (found: FoundLink) => setOver({ show: 'code', found }),
    showCounts: (found: FoundLink) => setOver({ show: 'counts', found }),
  };
  const all = useMemo(() => read.links.map(({ link }) => link), [read]);
  return (
    <>
      <LinkFilters
        links={all}
        filter={filter}
        onFilter={setFilter}
        sort={sort}
        onSort={setSort}
        channelName={channelName}
      />
      <Total read={read} shown={shown.length} />
      {shown.length === 0 ? (
        <Empty
          role="status"
          title={t('linksNoMatch')}
          action={<Button onClick={() => setFilter(ALL_LINKS)}>{t('activityClear')}</Button>}
        />
      ) : (
        <div>
          <LinkHeads />
          <VirtualList
            items={shown}
            rowHeight={ROW}
            keyOf={({ link }) => link.id}
            label={t('linksTitle')}
            total={shown.length}
            render={(found) => <LinkRow found={found} now={now} actions={actions} />}
          />
        </div>
      )}
      <OverList workspace={workspace} over={over} rules={read.rules} onClose={() => setOver(null)} />
    </>
  );
}

/** How many links are found, and the people of all of them with how each click was counted behind the figure. */
function Total({ read: { links, counts, imported, rules }, shown }: { read: ReadLinks; shown: number }) {
  const people = peopleIn(counts) + imported;
  return (
    <details class="link-total">
      <summary>
        {shown === links.length
          ? t('linksN', { n: shown })
          : t('linksFound', { n: links.length, found: shown })}
        {' · '}
        {t('linkPeopleN', { n: people })} · <span class="link-how">{t('linkCounted')}</span>
      </summary>
      <CountsTable counts={counts} rules={rules} imported={imported} />
    </details>
  );
}

interface OverListProps {
  workspace: Workspace;
  over: Over;
  rules: number;
  onClose: () => void;
}

function OverList({ workspace, over, rules, onClose }: OverListProps) {
  if (!over) return null;
  const { link, counts, people } = over.found;
  const isFile = link.from === 'file';
  return (
    <Dialog open onClose={onClose} title={linkName(link)}>
      {over.show === 'code' ? (
        <CodePanel workspace={workspace} id={link.id} address={codeAddress(link)} />
      ) : (
        <CountsTable
          counts={isFile ? {} : counts}
          rules={isFile ? 0 : rules}
          imported={isFile ? people : 0}
        />
      )}
    </Dialog>
  );
}
