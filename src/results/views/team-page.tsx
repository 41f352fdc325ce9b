import '../../activity/views/me/me.css';
import '../../team/views/people.css';
import { dayOf } from '../../activity/event.ts';
import type { Names } from '../../activity/find.ts';
import { spanOf } from '../../activity/span.ts';
import { fold } from '../../activity/stats.ts';
import { DayChart } from '../../activity/views/me/day-chart.tsx';
import { RankTable } from '../../activity/views/me/rank-table.tsx';
import { t } from '../../i18n/language.ts';
import { TeamProfile } from '../../team/hub-api.ts';
import type { Team } from '../../team/team.ts';
import { linkUp } from '../../team/team.ts';
import { TeamMember } from '../../team/team-items.ts';
import { ROLE_NAMES } from '../../team/views/role-names.ts';
import { fitting, useItems } from '../../team/views/use-items.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { SumsTable } from './sums-table.tsx';
import { useResults } from './use-results.ts';

interface TeamPageProps extends Names {
  workspace: Workspace;
  team: Team;
}

/** Who is here and what came of it together: drawn like Me, from what the hub has folded. */
export function TeamPage({ workspace, team, channelName, siteName }: TeamPageProps) {
  const span = spanOf('four', dayOf(Date.now()), undefined);
  const results = useResults(team, span.from, span.to);
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember).filter(({ left }) => !left);
  const up = useLive(() => readSetting(workspace, linkUp), [workspace]);
  const stats = fold(results.days, span.from, span.to);
  const { opened } = stats.totals;
  return (
    <div class="me team">
      <header class="me-head">
        <div>
          <p class="soft">{profile?.name ?? ''}</p>
          <h1>{opened > 0 ? t('teamSentence', { n: opened }) : t('teamSentenceNone')}</h1>
          {up.state === 'ready' && !up.value && <p class="caption">{t('teamOffline')}</p>}
        </div>
      </header>
      <DayChart days={stats.days} />
      <div class="me-tables">
        <RankTable title={t('meChannels')} rows={stats.channels} nameOf={channelName} />
        <RankTable title={t('teamPlaces')} rows={stats.places} nameOf={siteName} />
      </div>
      <Parts profile={profile} totals={results.totals} />
      <SumsTable
        title={t('teamListed')}
        rows={members.flatMap(({ id, name }) => {
          const sums = results.people.get(id);
          return sums ? [{ id, name, sums }] : [];
        })}
      />
      <People members={members} />
    </div>
  );
}

function Parts({
  profile,
  totals,
}: {
  profile: TeamProfile | undefined;
  totals: ReturnType<typeof useResults>['totals'];
}) {
  const rowsOf = (sign: string, parts: readonly { id: string; name: string }[]) =>
    // Where the team has no parts there is nothing to compare.
    [...(parts.length === 0 ? [] : totals)]
      .filter(([key]) => key.startsWith(`${sign}.`))
      .map(([key, sums]) => {
        const id = key.slice(2);
        return { id: key, name: parts.find((part) => part.id === id)?.name ?? t('teamOthers'), sums };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <SumsTable title={t('teamGroups')} about={t('teamSmall')} rows={rowsOf('g', profile?.groups ?? [])} />
      <SumsTable title={t('teamRegions')} about={t('teamSmall')} rows={rowsOf('r', profile?.regions ?? [])} />
    </>
  );
}

/** Everybody, by name. Who shared and who did not is not told here, nor anywhere. */
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
