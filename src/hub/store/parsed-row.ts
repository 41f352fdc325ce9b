/** Parses what a row holds; undefined if it is damaged, so that the hub sets that row aside and keeps running. */
export function parsedRow(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
