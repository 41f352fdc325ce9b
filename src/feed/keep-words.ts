import { type FeedKey, type FeedWords, filled } from './feed-words.ts';

/** Result of keeping a post. */
export interface KeepResult {
  readonly id: string;
  readonly before: boolean;
  readonly missing: readonly string[];
}

const FIELD_WORDS: Record<string, FeedKey> = {
  url: 'fieldUrl',
  author: 'fieldAuthor',
  handle: 'fieldHandle',
  text: 'fieldText',
  time: 'fieldTime',
};

/** Text and tone for a captured post; the first time, missing fields are named. */
export function keepWords(
  { before, missing }: KeepResult,
  words: FeedWords,
): { tone: 'done' | 'warn'; words: string } {
  if (before) return { tone: 'done', words: words.feedKeptAgain };
  if (missing.length === 0) return { tone: 'done', words: words.feedKept };
  const names = missing
    .map(
      (field) => words[Object.hasOwn(FIELD_WORDS, field) ? (FIELD_WORDS[field] ?? 'fieldText') : 'fieldText'],
    )
    .join(words.fieldJoin);
  return { tone: 'warn', words: filled(words.feedPartial, { missing: names }) };
}
