import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.ts';
import { inviteMaker } from './0010-invite-maker.ts';
import { boundedReads } from './0050-bounded-reads.ts';
import { writtenBytes } from './0070-written-bytes.ts';
import { heads } from './0090-heads.ts';

/**
 * The engine's own steps; capabilities have theirs in their folders (`src/<capability>/hub/migrations`), and all run in the
 * order of their names. 0001 and 0050 are older than that and know tables of links and results too. A step that has landed is
 * never edited: stores in the field have run it. It speaks of tables by name and not by `Tables`, which is of the newest
 * store only. docs/migrations.md has the rules.
 */
export const ENGINE_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0010-invite-maker': inviteMaker,
  '0050-bounded-reads': boundedReads,
  '0070-written-bytes': writtenBytes,
  '0090-heads': heads,
};
