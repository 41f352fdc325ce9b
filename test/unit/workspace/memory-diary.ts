import type { TableDeclaration } from '../../../src/workspace/declare.ts';
import type { Workspace } from '../../../src/workspace/open.ts';

type Key = string | number;
type Row = Record<string, unknown>;

/** Rows that a query found, in its order. */
class Found {
  private readonly all: readonly Row[];
  private readonly remove: (rows: readonly Row[]) => void;
  constructor(all: readonly Row[], remove: (rows: readonly Row[]) => void) {
    this.all = all;
    this.remove = remove;
  }
  limit = (most: number) => new Found(this.all.slice(0, most), this.remove);
  filter = (fits: (row: Row) => boolean) => new Found(this.all.filter(fits), this.remove);
  toArray = async () => [...this.all];
  each = async (work: (row: Row) => void) => this.all.forEach(work);
  delete = async () => this.remove(this.all);
}

class Rows {
  readonly byKey = new Map<Key, Row>();
  private readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  private readonly found = (rows: readonly Row[]) =>
    new Found(rows, (gone) => {
      for (const row of gone) this.byKey.delete(row[this.path] as Key);
    });
  put = (row: object) => void this.byKey.set((row as Row)[this.path] as Key, { ...row });
  bulkPut = async (rows: readonly object[]) => rows.forEach(this.put);
  get = async (key: Key) => this.byKey.get(key);
  bulkGet = async (keys: readonly Key[]) => keys.map((key) => this.byKey.get(key));
  delete = async (key: Key) => void this.byKey.delete(key);
  toArray = async () => [...this.byKey.values()];
  filter = (fits: (row: Row) => boolean) => this.found([...this.byKey.values()].filter(fits));
  where = (field: string) => {
    const of = (row: Row) => row[field] as number;
    const sorted = [...this.byKey.values()].sort((a, b) => of(a) - of(b));
    const where = (fits: (value: number) => boolean) => this.found(sorted.filter((row) => fits(of(row))));
    return {
      above: (least: number) => where((value) => value > least),
      aboveOrEqual: (least: number) => where((value) => value >= least),
      between: (from: number, to: number, withFrom = true, withTo = false) =>
        where((value) => (withFrom ? value >= from : value > from) && (withTo ? value <= to : value < to)),
    };
  };
}

/** A diary in memory: as much of Dexie's tables as rules ask that are tried out in Node. */
export function memoryDiary(): Workspace {
  const tables = new Map<string, Rows>();
  const rows = ({ name, indexes }: TableDeclaration) => {
    const known = tables.get(name) ?? new Rows(indexes.split(',')[0] ?? '');
    tables.set(name, known);
    return known;
  };
  return {
    rows,
    put: async (table: TableDeclaration, row: object) => rows(table).put(row),
    together: (_: unknown, work: () => Promise<unknown>) => work(),
  } as unknown as Workspace;
}
