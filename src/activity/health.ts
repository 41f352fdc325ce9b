import * as z from 'zod/mini';
import { Field } from '../post/post.ts';
import { message, table } from '../workspace/declare.ts';
import { moment } from '../workspace/moment.ts';
import type { Workspace } from '../workspace/open.ts';

/** How reading went on a site, by recipe version: a site that changed shows here, not in silence. */
export const Health = z.object({
  /** `<site>@<version>` */
  key: z.string().check(z.maxLength(80)),
  site: z.string().check(z.maxLength(40)),
  version: z.number(),
  full: z.int(),
  partial: z.int(),
  unrecognised: z.int(),
  missing: z.partialRecord(Field, z.int()),
  /** When a field was first not found with this recipe, UTC ms. */
  missingSince: z.optional(z.partialRecord(Field, moment)),
  since: moment,
  last: moment,
});
export type Health = z.infer<typeof Health>;

/** The larger count of each: sums would grow each time the same file comes back. */
export function mergeHealth(mine: Health, theirs: Health): Health {
  const missing: Health['missing'] = { ...mine.missing };
  for (const [field, n] of Object.entries(theirs.missing) as [keyof Health['missing'], number][]) {
    missing[field] = Math.max(missing[field] ?? 0, n);
  }
  const missingSince = { ...theirs.missingSince, ...mine.missingSince };
  for (const [field, at] of Object.entries(theirs.missingSince ?? {}) as [
    keyof typeof missingSince,
    number,
  ][])
    missingSince[field] = Math.min(missingSince[field] ?? at, at);
  return {
    ...mine,
    ...(Object.keys(missingSince).length > 0 && { missingSince }),
    full: Math.max(mine.full, theirs.full),
    partial: Math.max(mine.partial, theirs.partial),
    unrecognised: Math.max(mine.unrecognised, theirs.unrecognised),
    missing,
    since: Math.min(mine.since, theirs.since),
    last: Math.max(mine.last, theirs.last),
  };
}

export const health = table({
  name: 'health',
  row: Health,
  indexes: 'key',
  title: 'tableHealth',
  purpose: 'purposeHealth',
  leaves: 'never',
  keep: 'always',
  archive: { merge: mergeHealth },
  withoutSite: (row, site) => (row.site === site ? null : row),
});

export const healthRead = message({
  name: 'health.read',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({
    site: z.string().check(z.maxLength(40)),
    version: z.number(),
    status: z.enum(['full', 'partial', 'unrecognised']),
    missing: z.array(Field),
    at: moment,
  }),
  answer: z.boolean(),
});

/** Counts one reading. */
export async function countReading(
  workspace: Workspace,
  reading: z.infer<typeof healthRead.ask>,
): Promise<void> {
  await workspace.together([health], async () => {
    const key = `${reading.site}@${reading.version}`;
    const blank: Health = {
      key,
      site: reading.site,
      version: reading.version,
      full: 0,
      partial: 0,
      unrecognised: 0,
      missing: {},
      since: reading.at,
      last: reading.at,
    };
    const row = (await workspace.rows(health).get(key)) ?? blank;
    const missing = { ...row.missing };
    const missingSince = { ...row.missingSince };
    for (const field of reading.missing) {
      missing[field] = (missing[field] ?? 0) + 1;
      missingSince[field] ??= reading.at;
    }
    await workspace.put(health, {
      ...row,
      [reading.status]: row[reading.status] + 1,
      missing,
      missingSince,
      last: reading.at,
    });
  });
}
