import type { Change, Moved, TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField, uniqueFields } from '../workspace/shape.ts';
import { ruleOf } from './archived.ts';
import { isSame } from './deep-equal.ts';
import { mergeRows } from './merge-rows.ts';
import type { Key, Row } from './table-pages.ts';

/** The effect of a batch of imported rows on the diary. */
export interface Reconciled {
  readonly fresh: number;
  readonly same: number;
  readonly changes: readonly Change<Row>[];
  /** Keys of rows that existed before. */
  readonly met: readonly string[];
  /** Keys that are replaced by another, since both rows are the same thing. */
  readonly moved: ReadonlyMap<string, string>;
}

export interface Reconciling {
  readonly workspace: Workspace;
  readonly moved: Moved;
  /** Tables whose differing rows are taken from the file, as the person chose. */
  readonly theirs: ReadonlySet<string>;
}

/** A row of an older version with the schema's defaults; unchanged where it does not match. */
function filled(table: TableDeclaration, row: Row): Row {
  const parsed = table.row.safeParse(row);
  return parsed.success ? (parsed.data as Row) : row;
}

/** Existing rows by the value of their unique fields. */
async function sameUniqueValue(workspace: Workspace, table: TableDeclaration, rows: readonly Row[]) {
  const found = new Map<string, Row>();
  for (const field of uniqueFields(table)) {
    const values = rows.map((row) => row[field] as Key);
    const here = (await workspace.rows(table).where(field).anyOf(values).toArray()) as Row[];
    for (const row of here) found.set(`${field}|${row[field]}`, filled(table, row));
  }
  return found;
}

/**
 * Compares imported rows with existing ones, by key, and new keys by their unique fields. Reads only, within
 * the caller's transaction if there is one; rows of one batch see each other.
 */
export async function reconcile(
  { workspace, moved, theirs }: Reconciling,
  table: TableDeclaration,
  incoming: readonly Row[],
): Promise<Reconciled> {
  const rule = ruleOf(table);
  const key = keyField(table);
  const unique = uniqueFields(table);
  const rows = incoming.map((row) => (rule.follow ? (rule.follow(row, moved) as Row) : row));
  const keys = rows.map((row) => row[key] as Key);
  const here = (await workspace.rows(table).bulkGet(keys)) as (Row | undefined)[];
  const stored = here.map((row) => row && filled(table, row));
  const byTwin = unique.length > 0 ? await sameUniqueValue(workspace, table, rows) : new Map<string, Row>();
  const now = new Map<Key, Row>();
  const before = new Map<Key, Row | null>();
  const gone = new Map<string, string>();
  const met = new Set<string>();
  let fresh = 0;
  let same = 0;
  const join = (mine: Row, row: Row): Row => {
    if (theirs.has(table.name)) return row;
    const merged = {
      ...((rule.merge ? rule.merge(mine, row) : mergeRows(mine, row)) as Row),
      [key]: mine[key],
    };
    const parsed = table.row.safeParse(merged);
    return parsed.success ? (parsed.data as Row) : mine;
  };
  rows.forEach((row, i) => {
    const twin = unique
      .map((field) => byTwin.get(`${field}|${row[field]}`))
      .find((found) => found !== undefined);
    const first = stored[i] ?? twin;
    const mine = first && (now.get(first[key] as Key) ?? first);
    if (!mine) {
      fresh += 1;
      before.set(row[key] as Key, null);
      now.set(row[key] as Key, row);
      for (const field of unique) byTwin.set(`${field}|${row[field]}`, row);
      return;
    }
    met.add(String(mine[key]));
    if (mine[key] !== row[key]) gone.set(String(row[key]), String(mine[key]));
    const after = isSame(mine, row) ? mine : join(mine, row);
    if (isSame(mine, after)) same += 1;
    else {
      if (!before.has(mine[key] as Key)) before.set(mine[key] as Key, mine);
      now.set(mine[key] as Key, after);
    }
  });
  const changes = [...now].map(([id, after]) => ({ before: before.get(id) ?? null, after }));
  return { fresh, same, changes, met: [...met], moved: gone };
}
