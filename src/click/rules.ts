import type { Word } from './word.ts';

/** What a click counts as. People: `human` by a link and `qr` by its code; all others are shown and not counted. */
export const CLASSES = ['human', 'qr', 'own', 'duplicate', 'bot', 'preview', 'prefetch'] as const;
export type Class = (typeof CLASSES)[number];

/** Why it counts as that: a rule's name, as the screen that opens a figure shows it. */
export const REASONS = ['person', 'scanned', 'own', 'sameHour', 'unnamed', 'crowd', 'word'] as const;
export type Reason = (typeof REASONS)[number];

/** One edition of the counting rules. An edition that was in use never changes: a newer one stands beside it. */
export interface Rules {
  readonly version: number;
  /** From when it was in use, `yyyy-mm`. */
  readonly since: string;
  readonly words: Readonly<Record<Word, 'person' | 'bot' | 'preview' | 'prefetch'>>;
  /** Most visitors of one link in one hour that are counted from one address: an office, but no farm of browsers. */
  readonly crowd: number;
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
};

/** All editions, the oldest first. */
export const RULES: readonly Rules[] = [FIRST];

/** The edition by which is counted now. */
export const NEWEST: Rules = FIRST;
