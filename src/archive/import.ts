import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Archived, carried, ruleOf } from './archived.ts';
import type { Manifest } from './format.ts';
import { type OpenArchive, openArchive } from './open-archive.ts';
import { type Course, counting } from './progress.ts';
import { readRows } from './read-rows.ts';
import { type Reconciled, type Reconciling, reconcile } from './reconcile.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { Row } from './row.ts';

/** How many rows of a table are new, equal, or different and merged. */
export interface RowCounts {
  readonly table: string;
  readonly fresh: number;
  readonly same: number;
  readonly differing: number;
}
export interface Report {
  readonly manifest: Pick<Manifest, 'app' | 'at' | 'diary' | 'version'>;
  readonly tables: readonly RowCounts[];
}
export type Outcome = { ok: true; report: Report } | { ok: false; refusal: Refusal };

export interface ImportOptions extends Course {
  /** Names of tables whose differing rows are taken from the file instead of being merged, e.g. `settings`. */
  readonly theirs?: readonly string[];
}

type Use = (reconciling: Reconciling, table: TableDeclaration, rows: Row[]) => Promise<Reconciled>;

async function walk(
  workspace: Workspace,
  archived: Archived,
  archive: OpenArchive,
  options: ImportOptions,
  use: Use,
): Promise<{ report: Report; met: Map<string, Set<string>> }> {
  const { manifest } = archive;
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  const count = counting(options, total);
  const moved = new Map<string, Map<string, string>>();
  const met = new Map<string, Set<string>>();
  const reconciling = { workspace, archived, moved, theirs: new Set(options.theirs) };
  const tables: RowCounts[] = [];
  for (const table of carried(archived)) {
    const sum = { fresh: 0, same: 0, rows: 0 };
    const [ids, keys] = [new Map<string, string>(), new Set<string>()];
    moved.set(table.name, ids);
    met.set(table.name, keys);
    for await (const rows of readRows(archive, table)) {
      const found = await use(reconciling, table, rows);
      for (const [from, to] of found.moved) ids.set(from, to);
      for (const key of found.met) keys.add(key);
      sum.fresh += found.fresh;
      sum.same += found.same;
      sum.rows += rows.length;
      count(table.name, rows.length);
    }
    tables.push({
      table: table.name,
      fresh: sum.fresh,
      same: sum.same,
      differing: sum.rows - sum.fresh - sum.same,
    });
  }
  const { app, at, diary, version } = manifest;
  return { report: { manifest: { app, at, diary, version }, tables }, met };
}

const write: Use = (reconciling, table, rows) => {
  const { workspace } = reconciling;
  const rule = ruleOf(table);
  return workspace.together([table, ...(rule.alongside ?? [])], async () => {
    const found = await reconcile(reconciling, table, rows);
    await workspace.rows(table).bulkPut(found.changes.map(({ after }) => after));
    if (rule.written && found.changes.length > 0) await rule.written(workspace, found.changes);
    return found;
  });
};

async function outcomeOf(work: () => Promise<Report>): Promise<Outcome> {
  try {
    return { ok: true, report: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/**
 * Reads and validates a file completely and reports what importing it would do. Changes nothing. Throws only
 * where the diary fails, or an AbortError when aborted.
 */
export function previewImport(
  workspace: Workspace,
  archived: Archived,
  file: Blob,
  options: ImportOptions = {},
): Promise<Outcome> {
  return outcomeOf(async () => {
    const archive = await openArchive(file, archived);
    return (await walk(workspace, archived, archive, options, reconcile)).report;
  });
}

/**
 * Imports a file: validates all of it first (unless `previewed`, by a preview of this very file), then merges
 * it batch by batch. Ids decide, so it is idempotent, and an import that was aborted or killed is completed by
 * repeating it.
 */
export function importAll(
  workspace: Workspace,
  archived: Archived,
  file: Blob,
  options: ImportOptions & { previewed?: boolean } = {},
): Promise<Outcome> {
  return outcomeOf(async () => {
    const archive = await openArchive(file, archived);
    if (!options.previewed) await walk(workspace, archived, archive, options, reconcile);
    const { report, met } = await walk(workspace, archived, archive, options, write);
    await archived.settle(workspace, met);
    return report;
  });
}
