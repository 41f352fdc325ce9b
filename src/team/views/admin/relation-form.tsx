import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Check, TextArea } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import {
  employerOf,
  joinedEmployers,
  NO_RELATIONS,
  RELATIONS_KEY,
  TeamRelations,
  writtenEmployer,
} from '../../relations.ts';
import type { Team } from '../../team.ts';
import { hubWords } from '../hub-words.ts';
import { useItems } from '../use-items.ts';

const linesOf = (typed: string) =>
  typed
    .split(/[\n,、，]+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What a team declares for its members' disclosures: its sites, accounts and names, and whether it pays. */
export function RelationForm({ team }: { team: Team }) {
  const declared =
    TeamRelations.safeParse(useItems(team.rooms, ['team'], 'rules').get(RELATIONS_KEY)).data ?? NO_RELATIONS;
  return <Form key={JSON.stringify(declared)} team={team} declared={declared} />;
}

function Form({ team, declared }: { team: Team; declared: TeamRelations }) {
  const [named, setNamed] = useState(writtenEmployer(declared.employer));
  const [names, setNames] = useState((declared.employer.names ?? []).join('\n'));
  const [pays, setPays] = useState(declared.pays.join('\n'));
  const [rewards, setRewards] = useState(declared.rewards);
  const save = async () => {
    const employer = joinedEmployers({ sites: [], accounts: [], names: linesOf(names) }, employerOf(named));
    const relations = TeamRelations.safeParse({ employer, pays: linesOf(pays), rewards });
    if (!relations.success) return showToast(hubWords('form'));
    const answer = await team.command({ do: 'relations.set', relations: relations.data });
    showToast(answer.ok ? t('adminSaved') : hubWords(answer.reason));
  };
  return (
    <Section title={t('relationTeam')} about={t('relationTeamAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={t('relationTeamSites')}
          hint={t('relationNamedHint')}
          value={named}
          rows={3}
          onInput={setNamed}
        />
        <TextArea
          label={t('relationNames')}
          hint={t('relationNamesHint')}
          value={names}
          rows={2}
          onInput={setNames}
        />
        <TextArea
          label={t('relationPays')}
          hint={t('relationPaysHint')}
          value={pays}
          rows={2}
          onInput={setPays}
        />
        <Check label={t('relationRewards')} checked={rewards} onChange={setRewards} />
        <Button type="submit">{t('relationTeamSave')}</Button>
      </form>
    </Section>
  );
}
