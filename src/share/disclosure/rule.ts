import type { Country, Language } from '../../team/profile.ts';

/** What is said where the person works for the company, where they may earn from the link, and where both is so. */
export interface Template {
  /** With the company's name (`{company}`). */
  named: string;
  /** For a person who named no company. */
  unnamed: string;
  /** They may earn from it, and are not of the company. */
  earns: string;
  /** Behind one of the first two, where they may earn from it as well. */
  also: string;
}

/** What one country calls for when somebody shares what they have a relation to. Data. */
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
  /** The same for earning, where a word of employment does not say it; absent: `must` says both. */
  mustEarn?: readonly RegExp[];
}
