import '../../activity/views/me/me.css';
import './links.css';
import { dayOf } from '../../activity/event.ts';
import { CLICKS } from '../../activity/views/me/draw.ts';
import { Plot } from '../../activity/views/me/plot.tsx';
import { t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { countedIn, importedIn, type LinkHour, linkHours, peopleIn } from '../clicks.ts';
import { codeAddress } from '../name-link.ts';
import { clicksKnown } from '../own-clicks.ts';
import { peopleByDay } from '../people-by-day.ts';
import { clickDays, type ShortLink, shortLinks } from '../tables.ts';
import { CodePanel } from './code-panel.tsx';
import { CountsTable } from './counts-table.tsx';
import { HoursTable } from './hours-table.tsx';
import { LinkCard } from './link-card.tsx';
import { LinkAddress, LinkHead } from './link-head.tsx';
import { LinkHistory } from './link-history.tsx';
import { LinkPlaces } from './link-places.tsx';
import { LinkSettings } from './link-settings.tsx';
import { LinkTags } from './link-tags.tsx';

interface LinkPageProps {
  workspace: Workspace;
  id: string;
  team: Team | null;
  channelName: (id: string) => string;
}

async function readLink(workspace: Workspace, id: string) {
  const [link, days, known, all] = await Promise.all([
    workspace.rows(shortLinks).get(id),
    workspace.rows(clickDays).where('link').equals(id).toArray(),
    readSetting(workspace, clicksKnown),
    workspace.rows(shortLinks).toArray(),
  ]);
  return { link, days, rules: known.rules, tags: all.flatMap(({ tags = [] }) => tags) };
}

/** One link: its days, its address and code; then what was counted and what not, and what its owner decides of it. */
export function LinkPage({ workspace, id, team, channelName }: LinkPageProps) {
  const live = useLive(() => readLink(workspace, id), [workspace, id]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('linkReading')} />;
  const { link, days, rules, tags } = live.value;
  const back = <a href="#/links">{t('linkAll')}</a>;
  if (!link) return <Empty title={t('linkNone')} action={back} />;
  const hours = linkHours(days);
  const came = { hours, links: new Map([[id, link]]) };
  const isOurs = link.from !== 'file';
  return (
    <div class="me link-page">
      <LinkHead link={link} channelName={channelName} />
      <div class="link-top">
        <LinkDays link={link} hours={hours} />
        <div class="link-side">
          <LinkAddress workspace={workspace} link={link} />
          <CodePanel workspace={workspace} id={link.id} address={codeAddress(link)} />
        </div>
      </div>
      <details class="link-total">
        <summary>
          <span class="link-how">{t('linkCounted')}</span>
        </summary>
        <CountsTable counts={countedIn(came)} rules={rules} imported={importedIn(came)} />
      </details>
      <div class="me-tables">
        <LinkPlaces days={days} />
      </div>
      {hours.length > 0 && <HoursTable hours={hours} workspace={workspace} team={team} canOpen={isOurs} />}
      <LinkTags workspace={workspace} link={link} known={[...new Set(tags)]} />
      {isOurs && <LinkCard workspace={workspace} link={link} />}
      {isOurs && <LinkSettings workspace={workspace} team={team} link={link} />}
      {isOurs && team && <LinkHistory team={team} link={link} />}
    </div>
  );
}

/** How many people followed a link, and on which days. */
function LinkDays({ link, hours }: { link: ShortLink; hours: readonly LinkHour[] }) {
  const people = hours.reduce((sum, { counts }) => sum + peopleIn(counts), 0);
  const bars = peopleByDay(hours, dayOf(link.at), dayOf(Date.now()));
  return (
    <section class="link-days" aria-label={t('meClicksByDay')}>
      <h2 class="link-people">{t('linkPeopleN', { n: people })}</h2>
      <Plot bars={bars} series={CLICKS} title={t('meClicksByDay')} />
    </section>
  );
}
