import type { Moved, RowChange, TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField, uniqueFields } from '../workspace/shape.ts';
import { ruleOf } from './archived.ts';
import { isSame } from './deep-equal.ts';
import { mergeRows } from './merge-rows.ts';
import { fieldsOf, type Key, keyIn, type Row } from './row.ts';

/** The effect of a batch of imported rows on the diary. */
export interface Reconciled {
  readonly fresh: number;
  readonly same: number;
  readonly changes: readonly RowChange<Row>[];
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

/** A row as its table's schema makes it, with the defaults of newer versions; the other row where it does not fit. */
function fitted(table: TableDeclaration, row: Row, other: Row): Row {
  const parsed = table.row.safeParse(row);
  return parsed.success ? fieldsOf(parsed.data) : other;
}

const uniqueValue = (row: Row, field: string) => `${field}|${row[field]}`;

/** Existing rows by the values of their unique fields. */
async function byUniqueValue(workspace: Workspace, table: TableDeclaration, rows: readonly Row[]) {
  const found = new Map<string, Row>();
  for (const field of uniqueFields(table)) {
    const values = rows.map((row) => keyIn(row, field));
    const here = await workspace.rows(table).where(field).anyOf(values).toArray();
    for (const row of here.map(fieldsOf)) found.set(uniqueValue(row, field), fitted(table, row, row));
  }
  return found;
}

/** The rows of one batch, compared one after the other: each sees what the earlier ones made. */
class Batch {
  private readonly table: TableDeclaration;
  private readonly takesTheirs: boolean;
  private readonly key: string;
  private readonly unique: readonly string[];
  private readonly byUnique: Map<string, Row>;
  private readonly now = new Map<Key, Row>();
  private readonly before = new Map<Key, Row | null>();
  private readonly met = new Set<string>();
  private readonly moved = new Map<string, string>();
  private fresh = 0;
  private same = 0;

  constructor(table: TableDeclaration, takesTheirs: boolean, byUnique: Map<string, Row>) {
    this.table = table;
    this.takesTheirs = takesTheirs;
    this.key = keyField(table);
    this.unique = uniqueFields(table);
    this.byUnique = byUnique;
  }

  /** `stored`: the existing row with this row's key. */
  take(row: Row, stored: Row | undefined): void {
    const first = stored ?? this.twinOf(row);
    if (first) this.meet(this.now.get(keyIn(first, this.key)) ?? first, row);
    else this.add(row);
  }

  /** A row with another key that has a value which no two rows share. */
  private twinOf(row: Row): Row | undefined {
    return this.unique
      .map((field) => this.byUnique.get(uniqueValue(row, field)))
      .find((found) => found !== undefined);
  }

  private add(row: Row): void {
    this.fresh += 1;
    this.change(null, row);
    for (const field of this.unique) this.byUnique.set(uniqueValue(row, field), row);
  }

  private meet(mine: Row, row: Row): void {
    this.met.add(String(mine[this.key]));
    if (mine[this.key] !== row[this.key]) this.moved.set(String(row[this.key]), String(mine[this.key]));
    const after = isSame(mine, row) ? mine : this.merged(mine, row);
    if (isSame(mine, after)) this.same += 1;
    else this.change(mine, after);
  }

  private merged(mine: Row, row: Row): Row {
    if (this.takesTheirs) return row;
    const { merge } = ruleOf(this.table);
    const merged = merge ? fieldsOf(merge(mine, row)) : mergeRows(mine, row);
    return fitted(this.table, { ...merged, [this.key]: mine[this.key] }, mine);
  }

  private change(before: Row | null, after: Row): void {
    const key = keyIn(before ?? after, this.key);
    if (!this.before.has(key)) this.before.set(key, before);
    this.now.set(key, after);
  }

  result(): Reconciled {
    const changes = [...this.now].map(([key, after]) => ({ before: this.before.get(key) ?? null, after }));
    return { fresh: this.fresh, same: this.same, changes, met: [...this.met], moved: this.moved };
  }
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
  const { follow } = ruleOf(table);
  const rows = incoming.map((row) => (follow ? fieldsOf(follow(row, moved)) : row));
  const key = keyField(table);
  const stored = await workspace.rows(table).bulkGet(rows.map((row) => keyIn(row, key)));
  const here = stored.map((row) => row && fieldsOf(row));
  const batch = new Batch(table, theirs.has(table.name), await byUniqueValue(workspace, table, rows));
  rows.forEach((row, i) => {
    const mine = here[i];
    batch.take(row, mine && fitted(table, mine, mine));
  });
  return batch.result();
}
