import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.ts';
import { linksOfClicks } from './0002-links-of-clicks.ts';
import { inviteMaker } from './0010-invite-maker.ts';
import { guardedFigures } from './0040-guarded-figures.ts';
import { boundedReads } from './0050-bounded-reads.ts';
import { linkNames } from './0060-link-names.ts';
import { writtenBytes } from './0070-written-bytes.ts';
import { formerNames } from './0080-former-names.ts';

/**
 * All migrations of the hub's store, ordered by name. A released migration is never edited, since stores in the field have
 * run it. It names tables as text and does not use `Tables`, which describes the newest store only.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-links-of-clicks': linksOfClicks,
  '0010-invite-maker': inviteMaker,
  '0040-guarded-figures': guardedFigures,
  '0050-bounded-reads': boundedReads,
  '0060-link-names': linkNames,
  '0070-written-bytes': writtenBytes,
  '0080-former-names': formerNames,
};
