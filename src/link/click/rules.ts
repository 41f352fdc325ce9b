import type { Word } from './request-word.ts';

/** What a click counts as. People are `human` by the link and `qr` by its code; all others are shown but not counted. */
export const CLASSES = ['human', 'qr', 'own', 'duplicate', 'capped', 'bot', 'preview', 'prefetch'] as const;
export type Class = (typeof CLASSES)[number];

/** Why: the name of a rule, as the screen that opens a figure shows it. */
export const REASONS = [
  'person',
  'scanned',
  'own',
  'sameHour',
  'unnamed',
  'crowd',
  'network',
  'word',
] as const;
export type Reason = (typeof REASONS)[number];

/** One edition of the counting rules. An edition that was in use never changes; a newer one is added beside it. */
export interface CountingRules {
  readonly version: number;
  /** The first month of its use, `yyyy-mm`. */
  readonly since: string;
  readonly words: Readonly<Record<Word, 'person' | 'bot' | 'preview' | 'prefetch'>>;
  /** Most visitors of one link in one hour that count from one address: enough for an office, not for a browser farm. */
  readonly crowd: number;
  /** Most people on all links of one member in one day (UTC) that count from one network. */
  readonly perNetwork: number;
}

const FIRST: CountingRules = {
  version: 1,
  since: '2026-11',
  words: {
    browser: 'person',
    app: 'person',
    preview: 'preview',
    search: 'bot',
    ai: 'bot',
    scanner: 'bot',
    monitor: 'bot',
    reader: 'bot',
    tool: 'bot',
    driven: 'bot',
    bot: 'bot',
    ahead: 'prefetch',
    embed: 'bot',
    head: 'bot',
    other: 'bot',
    blank: 'bot',
    unlike: 'bot',
  },
  crowd: 20,
  perNetwork: Number.POSITIVE_INFINITY,
};

/** Adds a limit per network, since otherwise one network could count once an hour on each of many links. */
const SECOND: CountingRules = { ...FIRST, version: 2, perNetwork: 50 };

/** All editions, the oldest first. */
export const RULES: readonly CountingRules[] = [FIRST, SECOND];

/** The edition in use. */
export const NEWEST: CountingRules = SECOND;

/** The rules that a team can set. */
export type RulesOfTeam = Pick<CountingRules, 'perNetwork'>;

/** An edition with a team's setting; the first edition has no such limit. */
export const setBy = (rules: CountingRules, { perNetwork }: RulesOfTeam): CountingRules =>
  Number.isFinite(rules.perNetwork) ? { ...rules, perNetwork } : rules;
