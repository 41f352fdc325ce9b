import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Team } from '../../../team/team.ts';
import { hubWords } from '../../../team/views/hub-words.ts';
import { useItems } from '../../../team/views/use-items.ts';
import { Button } from '../../../ui/button.tsx';
import { Check, SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import type { LinkCommand } from '../../commands.ts';
import { LINKS_KEY, LinkRules, NAMERS, USUAL_RULES } from '../../link-rules.ts';
import { FreeName } from './free-name.tsx';

const hostsOf = (lines: string) => [
  ...new Set(
    lines
      .split(/[\s,、，]+/)
      .map((line) =>
        line
          .trim()
          .toLowerCase()
          .replace(/^https?:\/\//, '')
          .replace(/(?<![/.])[/.]+$/, ''),
      )
      .filter(Boolean),
  ),
];

/** A team's rules for links: allowed targets, labels in addresses, and the retention of clicks. */
export function LinkRulesForm({ team }: { team: Team }) {
  const stored = LinkRules.safeParse(useItems(team.rooms, ['team'], 'rules').get(LINKS_KEY));
  const rules = stored.data ?? USUAL_RULES;
  return <Form key={JSON.stringify(rules)} team={team} rules={rules} />;
}

function Form({ team, rules }: { team: Team; rules: LinkRules }) {
  const [allow, setAllow] = useState(rules.allow.join('\n'));
  const [block, setBlock] = useState(rules.block.join('\n'));
  const [labels, setLabels] = useState(rules.labels);
  const [code, setCode] = useState(rules.code);
  const [days, setDays] = useState(String(rules.keepDays));
  const [people, setPeople] = useState(String(rules.perNetwork));
  const [names, setNames] = useState<LinkRules['names']>(rules.names);
  const [away, setAway] = useState<LinkRules['away']>(rules.away);
  const [wrong, setWrong] = useState('');
  const save = async () => {
    const figures = { keepDays: Number(days), perNetwork: Number(people) };
    const entered = { allow: hostsOf(allow), block: hostsOf(block), labels, code, names, away, ...figures };
    const read = LinkRules.safeParse(entered);
    if (!read.success) return setWrong(wordsFor(read.error.issues[0]?.path ?? []));
    setWrong('');
    const answer = await team.command<LinkCommand>({ do: 'links.set', links: read.data });
    showToast(answer.ok ? t('adminSaved') : hubWords(answer.reason));
  };
  const countAgain = async () => {
    const answer = await team.command<LinkCommand>({ do: 'clicks.count' });
    showToast(answer.ok ? t('adminCounted', { n: answer.value.changed ?? 0 }) : hubWords(answer.reason));
  };
  return (
    <Section title={t('adminLinks')} about={t('adminLinksAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={t('adminAllow')}
          hint={t('adminAllowHint')}
          value={allow}
          rows={3}
          onInput={setAllow}
        />
        <TextArea label={t('adminBlock')} value={block} rows={3} onInput={setBlock} />
        <Check label={t('adminPassLabels')} checked={labels} onChange={setLabels} />
        <Check label={t('adminPassCode')} checked={code} onChange={setCode} />
        <SelectField
          label={t('adminAway')}
          hint={t('adminAwayHint')}
          value={away}
          options={[
            { value: 'short', label: t('adminAwayShort') },
            { value: 'long', label: t('adminAwayLong') },
          ]}
          onChange={(value) => setAway(value === 'long' ? 'long' : 'short')}
        />
        <TextField
          label={t('adminKeepDays')}
          hint={t('adminKeepDaysHint')}
          value={days}
          inputMode="numeric"
          onInput={setDays}
        />
        <TextField
          label={t('adminPerNetwork')}
          hint={t('adminPerNetworkHint')}
          value={people}
          inputMode="numeric"
          onInput={setPeople}
        />
        <SelectField
          label={t('adminNames')}
          hint={t('adminNamesHint')}
          value={names}
          options={NAMERS.map((value) => ({ value, label: t(NAMER_WORDS[value]) }))}
          onChange={(value) => setNames(NAMERS.find((one) => one === value) ?? 'leaders')}
        />
        <p class="field-error" role="alert" hidden={!wrong}>
          {wrong}
        </p>
        <Button type="submit">{t('adminLinksSave')}</Button>
      </form>
      <FreeName team={team} />
      <p class="caption">{t('adminCountAgainAbout')}</p>
      <p>
        <Button onClick={() => void countAgain()}>{t('adminCountAgain')}</Button>
      </p>
    </Section>
  );
}

const NAMER_WORDS: Record<(typeof NAMERS)[number], PlainKey> = {
  nobody: 'adminNamesNobody',
  leaders: 'adminNamesLeaders',
  members: 'adminNamesMembers',
};

const WRONG = new Map<PropertyKey, PlainKey>([
  ['keepDays', 'adminKeepDaysWrong'],
  ['perNetwork', 'adminPerNetworkWrong'],
]);

const wordsFor = ([field = '']: readonly PropertyKey[]) => t(WRONG.get(field) ?? 'adminHostsWrong');
