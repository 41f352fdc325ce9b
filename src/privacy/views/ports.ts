import type { PlainKey } from '../../i18n/translate.ts';
import type { Retained } from '../retained.ts';

/** What a page's script learns by an answer, and by which messages. */
export interface PageDisclosure {
  readonly words: PlainKey;
  readonly messages: readonly string[];
}

/** A site with stored data. */
export interface KnownSite {
  readonly id: string;
  readonly name: string;
}

/** What left this device for a team, in figures. */
export interface SentSummary {
  readonly address: string;
  readonly items: number;
  readonly before: { readonly items: number; readonly until: number };
}

/** What the privacy page needs from the capabilities, which it does not know. */
export interface PrivacyPorts {
  readonly retained: Retained;
  readonly disclosures: readonly PageDisclosure[];
  readonly links: {
    readonly captures: string;
    readonly activity: string;
    readonly export: string;
    readonly sent: string;
  };
  /** What was sent to a team, now and before; `address`: of its hub, empty where there is none. */
  readonly readSent: () => Promise<SentSummary>;
  readonly readSites: () => Promise<readonly KnownSite[]>;
  /** Wraps a deletion: afterwards every open page shows what is left. */
  readonly deleting: <Result>(work: () => Promise<Result>) => Promise<Result>;
}
