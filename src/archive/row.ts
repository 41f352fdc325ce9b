/** A key of a row. */
export type Key = string | number;
/** A row of any table, by its fields. */
export type Row = Record<string, unknown>;

const isRow = (row: object): row is Row => !Array.isArray(row);

/** A row by its fields. Throws for a list, which no table has: its rows are found by a field. */
export function fieldsOf(row: object): Row {
  if (!isRow(row)) throw new TypeError('a list is no row');
  return row;
}

/** What an indexed field of a checked row has, its key or what no two rows share. */
export function keyIn(row: Row, field: string): Key {
  const value = row[field];
  if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`${field} is no key`);
  return value;
}
