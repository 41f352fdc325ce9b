import type { Word } from './word.ts';

/** What a click counts as. People: `human` by a link and `qr` by its code; all others are shown and not counted. */
export const CLASSES = ['human', 'qr', 'own', 'duplicate', 'capped', 'bot', 'preview', 'prefetch'] as const;
export type Class = (typeof CLASSES)[number];

/** Why it counts as that: a rule's name, as the screen that opens a figure shows it. */
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

/** One edition of the counting rules. An edition that was in use never changes: a newer one stands beside it. */
export interface Rules {
  readonly version: number;
  /** From when it was in use, `yyyy-mm`. */
  readonly since: string;
  readonly words: Readonly<Record<Word, 'person' | 'bot' | 'preview' | 'prefetch'>>;
  /** Most visitors of one link in one hour that are counted from one address: an office, but no farm of browsers. */
  readonly crowd: number;
  /** Most people of all links of one member within one day (UTC) that are counted from one network. */
  readonly perNetwork: number;
}

const FIRST: Rules = {
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

/** With many links, one network could be as many people an hour as there are links. */
const SECOND: Rules = { ...FIRST, version: 2, perNetwork: 50 };

/** All editions, the oldest first. */
export const RULES: readonly Rules[] = [FIRST, SECOND];

/** The edition by which is counted now. */
export const NEWEST: Rules = SECOND;

/** What of its rules a team sets. */
export type RulesOfTeam = Pick<Rules, 'perNetwork'>;

/** An edition as a team has set it; one from before there was such a bound has none. */
export const setBy = (rules: Rules, { perNetwork }: RulesOfTeam): Rules =>
  Number.isFinite(rules.perNetwork) ? { ...rules, perNetwork } : rules;
