import type { Totals } from './stats.ts';

/** What the page says in its first line. Which words that becomes is the language's affair. */
export type Headline =
  | { say: 'never' }
  | { say: 'none' }
  | { say: 'prepared'; n: number }
  | { say: 'opened'; n: number }
  | { say: 'clicked'; n: number };

/** How it compares with the span before. */
export type Comparison =
  | { say: 'more'; n: number }
  | { say: 'fewer'; n: number }
  | { say: 'same' }
  | { say: 'noneBefore' };

export interface Sentence {
  readonly headline: Headline;
  readonly comparison: Comparison | null;
  /** The channel with most of what the headline counts. */
  readonly busiest: { id: string; n: number } | null;
}

interface Facts {
  readonly now: Totals;
  readonly before: Totals;
  readonly channels: readonly { id: string; totals: Totals }[];
  /** Something was shared at some time, in this span or not. */
  readonly ever: boolean;
}

function compare(now: number, before: number): Comparison {
  if (before === 0) return { say: 'noneBefore' };
  if (now === before) return { say: 'same' };
  return now > before ? { say: 'more', n: now - before } : { say: 'fewer', n: before - now };
}

/**
 * The sentence from the figures. It counts people who followed links; where nobody did, what was opened; where nothing was,
 * what was prepared; and at zero it says so. It compares like with like and never makes a figure up.
 */
export function sentenceOf({ now, before, channels, ever }: Facts): Sentence {
  const counted = now.clicked > 0 ? 'clicked' : now.opened > 0 ? 'opened' : 'prepared';
  const n = now[counted];
  if (n === 0) return { headline: { say: ever ? 'none' : 'never' }, comparison: null, busiest: null };
  const ranked = channels
    .map(({ id, totals }) => ({ id, n: totals[counted] }))
    .filter((channel) => channel.n > 0)
    .sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  return {
    headline: { say: counted, n },
    comparison: compare(n, before[counted]),
    busiest: ranked[0] ?? null,
  };
}
