import '../../activity/views/me/me.css';
import '../../team/views/people.css';
import './team-page.css';
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../activity/event.ts';
import type { Names } from '../../activity/find.ts';
import type { Totals } from '../../activity/stats.ts';
import { DayChart } from '../../activity/views/me/day-chart.tsx';
import { RankTable } from '../../activity/views/me/rank-table.tsx';
import { month as monthName } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { clicksKnown, type Known } from '../../link/own-clicks.ts';
import { CountsTable } from '../../link/views/counts-table.tsx';
import { PendingTargetsList } from '../../link/views/pending-targets.tsx';
import { TeamProfile } from '../../team/hub-api.ts';
import type { Team } from '../../team/team.ts';
import { TeamMember } from '../../team/team-items.ts';
import { ROLE_NAMES } from '../../team/views/role-names.ts';
import { useAway } from '../../team/views/use-away.ts';
import { fitting, useItems } from '../../team/views/use-items.ts';
import { Unbroken } from '../../ui/unbroken.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { isLeader, monthOf } from '../../workspace/room.ts';
import { readSetting } from '../../workspace/setting.ts';
import { daysIn, monthsTo } from '../months.ts';
import { type NamedSums, namedSums } from '../rank-by-clicks.ts';
import type { Results } from '../read.ts';
import { teamCounts, teamFollowed, teamStats } from '../team-report.ts';
import { CampaignLive } from './campaign-live.tsx';
import { SuitsList } from './channel-comparison-list.tsx';
import { FiguresChange } from './figures-change.tsx';
import { FiguresNote } from './figures-note.tsx';
import { MonthChoice } from './month-choice.tsx';
import { SumsTable } from './sums-table.tsx';
import { partName } from './team-names.ts';
import { useResults } from './use-results.ts';

/** Months that must often be taken together for there to be enough to say something of. */
const RECENT = 3;

export interface TeamMonthProps extends Names {
  workspace: Workspace;
  team: Team;
  /** The month that is shown, e.g. 2026-11: one room of results, so that all figures are of the same clicks. */
  month: string;
  /** Library items by their titles. */
  materialNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

interface TeamPageProps extends TeamMonthProps {
  /** What stands before the figures. */
  guide?: ComponentChildren;
  onMonth: (month: string) => void;
}

/** The team's members and results, drawn like Me from the hub's results rooms. Needs a key per month. */
export function TeamPage(props: TeamPageProps) {
  const { workspace, team, month, onMonth, guide, channelName, siteName, materialNames } = props;
  const months = monthsTo(month, RECENT);
  const resultsOf = useResults(team, months);
  const [results, recent] = [resultsOf([month]), resultsOf(months)];
  const since = monthName(months.at(-1) ?? month, current.value.language);
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember).filter(({ left }) => !left);
  const isAway = useAway(workspace, team);
  const known = useLive(() => readSetting(workspace, clicksKnown), [workspace]);
  const ids = [...new Set([...results.materials.keys(), ...recent.materials.keys()])];
  const titles = useLive(() => materialNames(ids), [workspace, ids.join()]);
  const days = daysIn(month, dayOf(Date.now()), results.days);
  const stats = teamStats(results, days.from, days.to);
  const counts = teamCounts(results, days.from, days.to);
  const followed = teamFollowed(results);
  const counted = Object.keys(counts).length > 0 || followed > 0;
  const isGuarded = results.rule?.mode === 'guarded';
  const isEarlier = results.rule === null;
  const hasDays = stats.days.some(({ totals }) => totals.prepared + totals.opened + totals.clicked > 0);
  const titleOf = (id: string) =>
    (titles.state === 'ready' ? titles.value.get(id) : undefined) ?? t('meMaterialGone');
  const nameOf = (key: string) => (key.startsWith('i.') ? titleOf(key.slice(2)) : partName(profile, key));
  return (
    <div class="me team">
      <header class="me-head">
        <div>
          <p class="soft">{profile?.name ?? ''}</p>
          <h1>
            <Unbroken text={sentence(stats.totals, monthName(month, current.value.language), isGuarded)} />
          </h1>
          {isAway && <p class="caption">{t('teamOffline')}</p>}
          <p class="no-print">
            <a href={`#/report/team?month=${month}`}>{t('meReport')}</a>
          </p>
        </div>
        <MonthChoice month={month} onMonth={onMonth} />
      </header>
      {guide}
      <FiguresChange profile={profile} now={monthOf(Date.now())} leads={team.member.role === 'admin'} />
      <FiguresNote rule={results.rule} />
      {isLeader(team.member.role) && <PendingTargetsList team={team} members={members} />}
      {isLeader(team.member.role) && (
        <CampaignLive results={recent} since={since} channelName={channelName} />
      )}
      {(hasDays || !isGuarded) && <DayChart days={stats.days} clicks={counted} dash={isGuarded} />}
      <div class="me-tables">
        <RankTable
          title={t('meChannels')}
          rows={stats.channels}
          nameOf={channelName}
          clicks={counted}
          dash={isGuarded}
        />
        {(stats.places.length > 0 || !isGuarded) && (
          <RankTable
            title={t('teamPlaces')}
            rows={stats.places}
            nameOf={siteName}
            clicks={counted}
            dash={isGuarded}
          />
        )}
      </div>
      {counted && (
        <CountsTable
          counts={counts}
          rules={known.state === 'ready' ? known.value.rules : 0}
          people={followed}
        />
      )}
      <SumsTable
        title={t('meMaterials')}
        about={isEarlier ? t('teamThree') : ''}
        rows={namedSums(results.materials, titleOf)}
        dash={isGuarded}
      />
      <SumsTable
        title={t('meCampaigns')}
        about={isEarlier ? t('teamThree') : ''}
        rows={rowsOf(results, profile, 'c')}
        dash={isGuarded}
      />
      {(counted || recent.channels.size > 0) && (
        <SuitsList channels={recent.channels} since={since} nameOf={nameOf} channelName={channelName} />
      )}
      <Leaderboards results={results} profile={profile} members={members} own={team.member.member} />
      <OwnRank rank={known.state === 'ready' ? known.value.rank : null} month={month} />
      <People members={members} />
    </div>
  );
}

function sentence({ opened, clicked }: Totals, name: string, isGuarded: boolean): string {
  if (isGuarded && opened + clicked === 0) return t('teamSentenceHidden', { month: name });
  if (clicked > 0) return t('teamSentenceClicked', { n: clicked, month: name });
  return opened > 0 ? t('teamSentence', { n: opened, month: name }) : t('teamSentenceNone', { month: name });
}

/** Groups, regions or campaigns with their sums. Where the team has no such parts there is nothing to compare. */
function rowsOf({ totals }: Results, profile: TeamProfile | undefined, sign: 'g' | 'r' | 'c'): NamedSums[] {
  const parts = sign === 'g' ? profile?.groups : sign === 'r' ? profile?.regions : null;
  if (parts?.length === 0) return [];
  return namedSums(totals, (key) => (key.startsWith(`${sign}.`) ? partName(profile, key) : null));
}

interface LeaderboardsProps {
  results: Results;
  profile: TeamProfile | undefined;
  members: readonly TeamMember[];
  own: string;
}

/** Listed members, groups and regions, by clicks. Nobody is listed for what they did not do. */
function Leaderboards({ results, profile, members, own }: LeaderboardsProps) {
  const dash = results.rule?.mode === 'guarded';
  const about = results.rule === null ? t('teamSmall') : '';
  const people = members.flatMap(({ id, name }) => {
    const sums = results.people.get(id);
    return sums ? [{ id, name, sums }] : [];
  });
  return (
    <>
      <SumsTable
        title={t('teamGroups')}
        about={about}
        rows={rowsOf(results, profile, 'g')}
        places={!dash}
        dash={dash}
      />
      <SumsTable
        title={t('teamRegions')}
        about={about}
        rows={rowsOf(results, profile, 'r')}
        places={!dash}
        dash={dash}
      />
      <SumsTable
        title={t('teamListed')}
        about={t('teamListedAbout')}
        rows={people}
        places
        own={own}
        dash={dash}
      />
    </>
  );
}

/** One's own rank, which others see only if the name is listed above. */
function OwnRank({ rank, month }: { rank: Known['rank']; month: string }) {
  if (rank?.month !== month) return null;
  const name = monthName(month, current.value.language);
  return <p class="soft">{t('teamRank', { rank: rank.rank, of: rank.of, month: name })}</p>;
}

/** All members by name, without any hint of who has shared and who has not. */
function People({ members }: { members: readonly TeamMember[] }) {
  const byName = [...members].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <section>
      <h2>{t('teamPeople')}</h2>
      <p class="caption">
        {members.length > 1 ? t('teamPeopleCount', { n: members.length }) : t('teamEmptyPeople')}
      </p>
      <ul class="team-people">
        {byName.map(({ id, name, role }) => (
          <li key={id}>
            <span>{name}</span>
            <span class="caption">{t(ROLE_NAMES[role])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
