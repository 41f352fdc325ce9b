import * as z from 'zod/mini';
import { textHash } from '../workspace/bytes.ts';
import { hash, id, type LibraryItem, moment, text } from './item.ts';

/** What a manager decided of an item as it then was: an item of `board`, which no member writes. */
export const Decision = z.object({
  id,
  /** Id of the item. */
  about: id,
  /** Hash of what was decided on. */
  hash,
  verdict: z.enum(['approved', 'declined']),
  at: moment,
  note: text(1000),
});
export type Decision = z.infer<typeof Decision>;

const DECIDED_ON = ['title', 'versions', 'link', 'media', 'channels', 'from', 'to'] as const;

/** JSON with its keys in one order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join()}}`;
}

const hashes = new WeakMap<LibraryItem, string>();

/** Hash of what a decision is about. Tags, campaign and trash are not: they change nothing of what is said. */
export function decidedHash(item: LibraryItem): string {
  const known = hashes.get(item);
  if (known) return known;
  const decided = Object.fromEntries(DECIDED_ON.map((field) => [field, item[field]]));
  const made = textHash(canonicalJson(decided));
  hashes.set(item, made);
  return made;
}

/** The later of two decisions; of the same moment, the one with the greater id on every device. */
export function isLater(one: Decision, other: Decision): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}

export type Verdict = Decision['verdict'] | 'suggested';

/** The last decision on what an item says now; null where there is none. */
export function decisionOf(item: LibraryItem, decisions: readonly Decision[]): Decision | null {
  const here = decisions.filter(({ about }) => about === item.id);
  if (here.length === 0) return null;
  const hash = decidedHash(item);
  return here
    .filter((one) => one.hash === hash)
    .reduce<Decision | null>((sum, one) => (sum === null || isLater(one, sum) ? one : sum), null);
}

/** How an item stands. One that was edited since it was decided on is a suggestion again. */
export const verdictOf = (item: LibraryItem, decisions: readonly Decision[]): Verdict =>
  decisionOf(item, decisions)?.verdict ?? 'suggested';
