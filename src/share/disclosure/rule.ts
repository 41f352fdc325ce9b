import type { Country, Language } from '../../team/profile.ts';

/** Wordings for an employee, for somebody who may earn from the link, and for both. */
export interface Template {
  /** With the company's name (`{company}`). */
  named: string;
  /** Without a company's name. */
  unnamed: string;
  /** May earn from it and does not work for the company. */
  earns: string;
  /** Appended to one of the first two for somebody who may earn as well. */
  also: string;
}

/** What one country requires of somebody with a relation to what they share. Data. */
export interface Rule {
  id: string;
  /** Raised whenever wording or patterns change; recorded with every share as evidence. */
  version: number;
  country: Country;
  /** Channels that use this form; absent: all others. */
  channels?: readonly string[];
  /** i18n key of the reason, one sentence. */
  why:
    | 'disclosureWhyJp'
    | 'disclosureWhyUs'
    | 'disclosureWhyUk'
    | 'disclosureWhyEu'
    | 'disclosureWhyCn'
    | 'disclosureWhyNone';
  templates: Record<Language, Template> | null;
  /** A reworded disclosure must match one of these. Tested on NFKC text without invisible characters. */
  must: readonly RegExp[];
  /** Known to be insufficient unless `must` matches. */
  never: readonly RegExp[];
  /** The same for earning, where words of employment do not cover it; absent: `must` covers both. */
  mustEarn?: readonly RegExp[];
}
