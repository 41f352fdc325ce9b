import '../../../activity/views/me/me.css';
import './links.css';
import {
  apartIn,
  countedIn,
  importedIn,
  type LinkHour,
  peopleIn,
  readClicks,
} from '../../../activity/clicks.ts';
import { startOfDay } from '../../../activity/event.ts';
import type { Days } from '../../../activity/span.ts';
import { type ShortLink, shortLinks } from '../../../click/tables.ts';
import { date, number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Link } from '../../../ui/icon.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { clicksKnown } from '../../own-clicks.ts';
import { CountsTable } from './counts-table.tsx';
import { ImportClicks } from './import-clicks.tsx';
import { linkName, madeOn, stateWords } from './link-words.ts';

const ROW = 56;

interface LinksPageProps {
  workspace: Workspace;
  /** The days that are looked at; null: all. */
  days: Days | null;
  channelName: (id: string) => string;
}

interface Row {
  readonly link: ShortLink;
  readonly people: number;
  readonly apart: number;
}

function rowOf(link: ShortLink, hours: readonly LinkHour[]): Row {
  const all = Object.values(apartIn(hours)).reduce((sum, n) => sum + n, 0);
  const people = hours.reduce((sum, { counts }) => sum + peopleIn(counts), 0);
  return { link, people, apart: all - people };
}

/** Links with what came of them in the days: those that were followed, or all where no days are given. Most followed first. */
async function readLinks(workspace: Workspace, days: Days | null) {
  const [clicks, all, known] = await Promise.all([
    readClicks(workspace, days?.from ?? 0, days?.to ?? 100_000),
    workspace.rows(shortLinks).toArray(),
    readSetting(workspace, clicksKnown),
  ]);
  const byLink = Map.groupBy(clicks.hours, ({ link }) => link);
  const rows = all
    .filter(({ id }) => days === null || byLink.has(id))
    .map((link) => rowOf(link, byLink.get(link.id) ?? []))
    .sort((a, b) => b.people - a.people || b.link.at - a.link.at);
  return { rows, counts: countedIn(clicks), imported: importedIn(clicks), rules: known.rules };
}

/** One's own links, and what the figure of people who followed them is made of. */
export function LinksPage({ workspace, days, channelName }: LinksPageProps) {
  const live = useLive(() => readLinks(workspace, days), [workspace, days?.from, days?.to]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('linkReading')} />;
  const { rows, counts, imported, rules } = live.value;
  const { language } = current.value;
  const span = days && `${date(startOfDay(days.from), language)} – ${date(startOfDay(days.to), language)}`;
  return (
    <div class="me">
      <header>
        <h1>{t('linksTitle')}</h1>
        <p class="soft">
          {span ? (
            <>
              {span} · <a href="#/links">{t('linksAllDays')}</a>
            </>
          ) : (
            t('linksAbout')
          )}
        </p>
      </header>
      {rows.length === 0 ? (
        <Empty icon={<Link aria-hidden="true" />} title={t('linksNone')}>
          {t('linksNoneHow')}
        </Empty>
      ) : (
        <>
          <CountsTable counts={counts} rules={rules} imported={imported} />
          <VirtualList
            items={rows}
            rowHeight={ROW}
            keyOf={({ link }) => link.id}
            label={t('linksTitle')}
            total={rows.length}
            onNearEnd={() => undefined}
            render={(row) => <LinkRow row={row} channelName={channelName} />}
          />
        </>
      )}
      <ImportClicks workspace={workspace} />
    </div>
  );
}

function LinkRow({ row, channelName }: { row: Row; channelName: (id: string) => string }) {
  const { link, people, apart } = row;
  const { language } = current.value;
  const state = stateWords(link, Date.now());
  const about = [link.channel && channelName(link.channel), madeOn(link), state].filter(Boolean);
  return (
    <div class="row link-row">
      <div class="link-about">
        <a class="one-line" dir="auto" href={`#/links/${link.id}`}>
          {linkName(link)}
        </a>
        <span class="caption one-line">{about.join(' · ')}</span>
      </div>
      <span class="link-figure">
        {number(people, language)} <span class="caption">{t('linkPeopleOf', { n: people })}</span>
      </span>
      <span class="caption link-apart">{t('linkApartOf', { n: apart })}</span>
    </div>
  );
}
