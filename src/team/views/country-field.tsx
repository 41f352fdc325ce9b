import './profile.css';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { SelectField } from '../../ui/field.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { COUNTRIES, type Country, type Profile } from '../profile.ts';
import { changeProfile } from './change-profile.ts';

/** What each country is called. */
export const COUNTRY_NAMES: Record<Country, PlainKey> = {
  JP: 'countryJp',
  US: 'countryUs',
  UK: 'countryUk',
  EU: 'countryEu',
  CN: 'countryCn',
  none: 'countryNone',
};

/** What a reader will see in front of a share, worked out by share's own rules. */
export interface DisclosurePreview {
  /** Why the country asks for it. */
  readonly why: string;
  /** The text, and the networks that get it; no text where the person chose no rule. */
  readonly lines: readonly { text: string; networks: string }[];
}

interface CountryFieldProps {
  workspace: Workspace;
  person: Profile;
  preview: DisclosurePreview;
}

/** The country of the disclosure rule, with the exact words that will precede a share. */
export function CountryField({ workspace, person, preview }: CountryFieldProps) {
  const options = COUNTRIES.map((country) => ({ value: country, label: t(COUNTRY_NAMES[country]) }));
  return (
    <div class="country-field">
      <SelectField
        label={t('countryLabel')}
        hint={preview.why}
        value={person.country}
        options={options}
        onChange={(value) => {
          const country = COUNTRIES.find((one) => one === value);
          if (country) changeProfile(workspace, { country }).catch(sayFailure);
        }}
      />
      <div class="disclosure-preview" role="status">
        {preview.lines.length === 0 && <p>{t('countryNothing')}</p>}
        {preview.lines.map(({ text, networks }) => (
          <p key={text}>
            <mark>{text}</mark> <span class="caption">{networks}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
