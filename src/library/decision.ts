import * as z from 'zod/mini';
import { textHash } from '../workspace/bytes.ts';
import { text } from '../workspace/text.ts';
import { hash, id, type LibraryItem, moment } from './item.ts';

/** A manager's decision on an item as it was then. It lives in `board`, which members cannot write. */
export const Decision = z.object({
  id,
  /** Id of the item. */
  about: id,
  /** Hash of the content that was decided on. */
  hash,
  verdict: z.enum(['approved', 'declined']),
  at: moment,
  note: text(1000),
});
export type Decision = z.infer<typeof Decision>;

const DECIDED_ON = ['title', 'versions', 'link', 'media', 'channels', 'from', 'to'] as const;

/** JSON with sorted keys, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join()}}`;
}

const hashes = new WeakMap<LibraryItem, string>();

/** Hash of what a decision covers. Not of tags, campaign and trash, which change no content. */
export function decidedHash(item: LibraryItem): string {
  const known = hashes.get(item);
  if (known) return known;
  const decided = Object.fromEntries(DECIDED_ON.map((field) => [field, item[field]]));
  const made = textHash(canonicalJson(decided));
  hashes.set(item, made);
  return made;
}

/** The later decision; ties are broken by id, so that every device agrees. */
export function isLater(one: Decision, other: Decision): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}

export type Verdict = Decision['verdict'] | 'suggested';

/** The last decision on the item's present content; null where there is none. */
export function decisionOf(item: LibraryItem, decisions: readonly Decision[]): Decision | null {
  const here = decisions.filter(({ about }) => about === item.id);
  if (here.length === 0) return null;
  const hash = decidedHash(item);
  return here
    .filter((one) => one.hash === hash)
    .reduce<Decision | null>((sum, one) => (sum === null || isLater(one, sum) ? one : sum), null);
}

/** An item's status. An edit after the decision makes it a suggestion again. */
export const verdictOf = (item: LibraryItem, decisions: readonly Decision[]): Verdict =>
  decisionOf(item, decisions)?.verdict ?? 'suggested';
