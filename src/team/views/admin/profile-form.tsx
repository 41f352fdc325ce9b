import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { newId } from '../../../workspace/ids.ts';
import type { Part, TeamProfile } from '../../hub-api.ts';
import { COUNTRIES } from '../../profile.ts';
import { COUNTRY_NAMES } from '../country-field.tsx';
import type { Run } from './run.ts';

const linesOf = (parts: readonly Part[]) => parts.map(({ name }) => name).join('\n');

/** Groups or regions from lines of text. An unchanged name keeps its id, and so its members. */
function partsOf(lines: string, before: readonly Part[]): Part[] {
  const names = [
    ...new Set(
      lines
        .split('\n')
        .map((line) => line.trim().slice(0, 80))
        .filter(Boolean),
    ),
  ];
  return names
    .slice(0, 200)
    .map((name) => before.find((part) => part.name === name) ?? { id: newId(), name });
}

/** The team's name, its country, its groups and regions. */
export function ProfileForm({ profile, run }: { profile: TeamProfile; run: Run }) {
  const [name, setName] = useState(profile.name);
  const [country, setCountry] = useState(profile.country);
  const [groups, setGroups] = useState(linesOf(profile.groups));
  const [regions, setRegions] = useState(linesOf(profile.regions));
  const save = async () => {
    const team: TeamProfile = {
      name: name.trim(),
      country,
      groups: partsOf(groups, profile.groups),
      regions: partsOf(regions, profile.regions),
    };
    if (await run({ do: 'team.set', team })) showToast(t('adminSaved'));
  };
  return (
    <Section title={t('adminProfile')} about={t('adminProfileAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('adminName')} value={name} maxLength={80} required onInput={setName} />
        <SelectField
          label={t('adminCountry')}
          value={country}
          options={COUNTRIES.map((one) => ({ value: one, label: t(COUNTRY_NAMES[one]) }))}
          onChange={(value) => setCountry(COUNTRIES.find((one) => one === value) ?? country)}
        />
        <TextArea label={t('adminGroups')} value={groups} rows={4} onInput={setGroups} />
        <TextArea label={t('adminRegions')} value={regions} rows={4} onInput={setRegions} />
        <Button type="submit" disabled={!name.trim()}>
          {t('adminSave')}
        </Button>
      </form>
    </Section>
  );
}
