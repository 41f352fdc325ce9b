import { parseCount } from './parse-count.ts';
import type { Count, CountName, Post, RawPost } from './post.ts';

function countOf(raw: Count | readonly string[] | undefined): Count | null {
  if (!raw || 'value' in raw) return raw ?? null;
  for (const shown of raw) {
    const count = parseCount(shown);
    if (count && count.value >= 0) return count;
  }
  return null;
}

/** A post with parsed counts. Unreadable counts are dropped, not guessed. */
export function settled(raw: RawPost): Post {
  const names = Object.keys(raw.counts) as CountName[];
  const counts: Post['counts'] = {};
  for (const name of names) {
    const count = countOf(raw.counts[name]);
    if (count) counts[name] = count;
  }
  return { ...raw, counts };
}
