/** Column index by lowercase heading. */
export type Columns = ReadonlyMap<string, number>;

export const columnsOf = (headings: readonly string[]): Columns =>
  new Map(headings.map((heading, at) => [heading.normalize('NFKC').trim().toLowerCase(), at]));

/** The first of several headings that the file has. */
export const firstOf = (columns: Columns, names: readonly string[]): number =>
  columns.get(names.find((name) => columns.has(name)) ?? '') ?? -1;
