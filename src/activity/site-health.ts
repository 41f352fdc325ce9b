import type { Field } from '../post/post.ts';
import type { Health } from './health.ts';
import { readingHealth } from './reading-health.ts';

/** How a site reads by its newest recipe: well, with some posts in part, or so badly that it has probably changed. */
export type Condition = 'none' | 'good' | 'some' | 'ailing';

/** A field that was not found, how often, and since when (UTC ms). */
export interface NotFound {
  readonly field: Field;
  readonly n: number;
  readonly since: number;
}
export interface RecipeHealth {
  readonly version: number;
  readonly full: number;
  readonly partial: number;
  readonly unrecognised: number;
  readonly since: number;
  /** What is most often not found comes first. */
  readonly notFound: readonly NotFound[];
}
export interface SiteHealth {
  readonly condition: Condition;
  /** By recipe, the newest first. */
  readonly recipes: readonly RecipeHealth[];
}

function notFoundIn({ missing, missingSince, since }: Health): NotFound[] {
  return (Object.entries(missing) as [Field, number][])
    .map(([field, n]) => ({ field, n, since: missingSince?.[field] ?? since }))
    .sort((a, b) => b.n - a.n || a.field.localeCompare(b.field));
}

/** A site's health from its rows. */
export function siteHealth(rows: readonly Health[], site: string): SiteHealth {
  const recipes = rows
    .filter((row) => row.site === site)
    .sort((a, b) => b.version - a.version)
    .map((row) => ({
      version: row.version,
      full: row.full,
      partial: row.partial,
      unrecognised: row.unrecognised,
      since: row.since,
      notFound: notFoundIn(row),
    }));
  const newest = readingHealth(rows, site);
  if (!newest) return { condition: 'none', recipes };
  return { condition: newest.ailing ? 'ailing' : newest.troubled > 0 ? 'some' : 'good', recipes };
}
