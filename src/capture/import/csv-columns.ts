/** Where in a row a heading's cell stands, by the heading in small letters. */
export type Columns = ReadonlyMap<string, number>;

export const columnsOf = (headings: readonly string[]): Columns =>
  new Map(headings.map((heading, at) => [heading.normalize('NFKC').trim().toLowerCase(), at]));

/** The first heading of several that a file has. */
export const firstOf = (columns: Columns, names: readonly string[]): number =>
  columns.get(names.find((name) => columns.has(name)) ?? '') ?? -1;
