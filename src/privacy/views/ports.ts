import type { MessageKey } from '../../i18n/translate.ts';
import type { Retained } from '../retained.ts';

/** What an answer to a page's script tells it, with the messages that do. */
export interface PageDisclosure {
  readonly words: MessageKey;
  readonly messages: readonly string[];
}

/** A site of which something is stored. */
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

/** What the page needs of the capabilities: it knows none itself. */
export interface PrivacyPorts {
  readonly retained: Retained;
  /** A table's name for people, by its own name. */
  readonly names: Readonly<Record<string, MessageKey>>;
  readonly disclosures: readonly PageDisclosure[];
  readonly links: {
    readonly captures: string;
    readonly activity: string;
    readonly export: string;
    readonly sent: string;
  };
  /** What was given to a team, now and before; `address`: of its hub, empty where there is none. */
  readonly readSent: () => Promise<SentSummary>;
  readonly readSites: () => Promise<readonly KnownSite[]>;
  /** Wraps a deletion: afterwards every open page shows what is left. */
  readonly deleting: <Result>(work: () => Promise<Result>) => Promise<Result>;
}
