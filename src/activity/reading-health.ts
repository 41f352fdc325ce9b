import type { Health } from './health.ts';

/** How reading a site went, by the newest recipe that read there. */
export interface ReadingHealth {
  readonly reads: number;
  /** Partial or not recognised. */
  readonly troubled: number;
  /** More than a fifth went wrong: the site has probably changed. */
  readonly ailing: boolean;
}

/** Fewer reads than this say nothing about a site. */
const ENOUGH = 5;
const SHARE = 0.2;

/** A site's health from its rows; null where nothing was read there. An older recipe's troubles are no longer its own. */
export function readingHealth(rows: readonly Health[], site: string): ReadingHealth | null {
  const [newest] = rows.filter((row) => row.site === site).sort((a, b) => b.version - a.version);
  if (!newest) return null;
  const troubled = newest.partial + newest.unrecognised;
  const reads = newest.full + troubled;
  return reads === 0 ? null : { reads, troubled, ailing: reads >= ENOUGH && troubled / reads > SHARE };
}
