import type { Country, Language } from '../../team/profile.ts';

/** A wording with the company's name (`{company}`), and one for a person who gave none. */
export interface Template {
  named: string;
  unnamed: string;
}

/** What one country calls for when somebody shares something of the company they work for. Data. */
export interface Rule {
  id: string;
  /** Goes up whenever wording or patterns change; kept with every share as evidence. */
  version: number;
  country: Country;
  /** Where this form is used; absent: everywhere else. */
  channels?: readonly string[];
  /** i18n key of one sentence that says why. */
  why:
    | 'disclosureWhyJp'
    | 'disclosureWhyUs'
    | 'disclosureWhyUk'
    | 'disclosureWhyEu'
    | 'disclosureWhyCn'
    | 'disclosureWhyNone';
  templates: Record<Language, Template> | null;
  /** One of these has to stand in a reworded disclosure. Tested on NFKC text without invisible characters. */
  must: readonly RegExp[];
  /** Known not to suffice where none of `must` stands. */
  never: readonly RegExp[];
}
