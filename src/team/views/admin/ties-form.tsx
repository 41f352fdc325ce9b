import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Check, TextArea } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { employerOf, joinedEmployers, NO_TIES, TeamTies, TIES_KEY, writtenEmployer } from '../../employer.ts';
import type { Team } from '../../team.ts';
import { hubWords } from '../hub-words.ts';
import { useItems } from '../use-items.ts';

const linesOf = (typed: string) =>
  typed
    .split(/[\n,、，]+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What a team declares of itself for the disclosure of its members: its sites, accounts and names, and whether it rewards. */
export function TiesForm({ team }: { team: Team }) {
  const declared = TeamTies.safeParse(useItems(team.rooms, ['team'], 'rules').get(TIES_KEY)).data ?? NO_TIES;
  return <Form key={JSON.stringify(declared)} team={team} declared={declared} />;
}

function Form({ team, declared }: { team: Team; declared: TeamTies }) {
  const [named, setNamed] = useState(writtenEmployer(declared.employer));
  const [names, setNames] = useState((declared.employer.names ?? []).join('\n'));
  const [pays, setPays] = useState(declared.pays.join('\n'));
  const [rewards, setRewards] = useState(declared.rewards);
  const save = async () => {
    const employer = joinedEmployers({ sites: [], accounts: [], names: linesOf(names) }, employerOf(named));
    const ties = TeamTies.safeParse({ employer, pays: linesOf(pays), rewards });
    if (!ties.success) return showToast(hubWords('form'));
    const answer = await team.command({ do: 'ties.set', ties: ties.data });
    showToast(answer.ok ? t('adminSaved') : hubWords(answer.reason));
  };
  return (
    <Section title={t('tiesTeam')} about={t('tiesTeamAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={t('tiesTeamSites')}
          hint={t('tiesNamedHint')}
          value={named}
          rows={3}
          onInput={setNamed}
        />
        <TextArea
          label={t('tiesNames')}
          hint={t('tiesNamesHint')}
          value={names}
          rows={2}
          onInput={setNames}
        />
        <TextArea label={t('tiesPays')} hint={t('tiesPaysHint')} value={pays} rows={2} onInput={setPays} />
        <Check label={t('tiesRewards')} checked={rewards} onChange={setRewards} />
        <Button type="submit">{t('tiesTeamSave')}</Button>
      </form>
    </Section>
  );
}
