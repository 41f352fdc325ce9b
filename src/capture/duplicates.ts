import { MAX_TAGS, withTag } from '../workspace/tags.ts';
import type { Capture } from './capture.ts';
import { betterReading } from './find-capture.ts';
import { keysOf } from './post-keys.ts';

const MAX_NOTE = 20_000;
const MAX_LOOKS = 200;
const MAX_STEPS = 100;

const unique = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const latest = (capture: Capture) => capture.permission?.at(-1)?.at ?? 0;

function notes(a: string, b: string): string {
  if (a.includes(b)) return a;
  return b.includes(a) ? b : `${a}\n\n${b}`;
}

/** Pictures of both in order; a stored one wins over one that is only an address. */
function pictures(a: Capture, b: Capture): Capture['pictures'] {
  const all = [...a.pictures, ...b.pictures];
  const stored = new Map(all.filter(({ state }) => state === 'stored').map((one) => [one.url, one]));
  return unique([...all].reverse(), ({ url }) => url)
    .reverse()
    .map((one) => stored.get(one.url) ?? one);
}

/**
 * Merges two captures of one post: looks, tags, notes, pictures, collections and permissions. Null where the
 * result would exceed a limit, since nothing may be lost.
 */
export function mergedCapture(a: Capture, b: Capture): Capture | null {
  const looks = unique([...b.looks, ...a.looks], ({ at }) => at).sort((one, other) => one.at - other.at);
  const note = notes(a.note, b.note);
  const permission = unique([...(a.permission ?? []), ...(b.permission ?? [])], ({ id }) => id).sort(
    (one, other) => one.at - other.at,
  );
  if (looks.length > MAX_LOOKS || note.length > MAX_NOTE || permission.length > MAX_STEPS) return null;
  if (a.tags.length + b.tags.length > MAX_TAGS) return null;
  return {
    ...a,
    at: Math.min(a.at, b.at),
    read: betterReading(b.read, a.read),
    looks,
    pictures: pictures(a, b),
    tags: b.tags.reduce((all, tag) => withTag(all, tag), a.tags),
    note,
    rights: latest(b) > latest(a) ? b.rights : a.rights,
    ...(permission.length > 0 && { permission }),
    collections: [...new Set([...(a.collections ?? []), ...(b.collections ?? [])])],
    also: [...new Set([...(a.also ?? []), ...keysOf(b)])].filter((key) => key !== a.post),
  };
}

/** What is needed of a capture to find duplicates. */
export interface DuplicateCandidate {
  readonly id: string;
  readonly at: number;
  readonly permalink: string;
  /** Recipe id, or `page`. */
  readonly recipe: string;
}

/** Groups captures of the same post by permalink; the one to keep comes first in each group. */
export function duplicatesAmong<One extends DuplicateCandidate>(twins: Iterable<One>): One[][] {
  const groups = Map.groupBy(twins, ({ permalink }) => permalink);
  groups.delete('');
  const rank = ({ recipe }: DuplicateCandidate) => (recipe === 'page' ? 1 : 0);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const recipes = group.map(({ recipe }) => recipe).filter((recipe) => recipe !== 'page');
    // One recipe read two posts at this address, so the address belongs to the page around them.
    if (new Set(recipes).size < recipes.length) return [];
    return [group.sort((a, b) => rank(a) - rank(b) || a.at - b.at || (a.id < b.id ? -1 : 1))];
  });
}
