import type { TableDeclaration } from './declare.ts';

/** The field that is the primary key, e.g. `id` of `id, &post, at`. */
export function keyField(table: TableDeclaration): string {
  return (table.indexes.split(',')[0] ?? '').replace(/[&+*\s]/g, '');
}

/** The fields that no two rows may share, besides the key: `post` of `id, &post, at`. */
export function uniqueFields(table: TableDeclaration): string[] {
  return table.indexes
    .split(',')
    .slice(1)
    .map((index) => index.trim())
    .filter((index) => index.startsWith('&'))
    .map((index) => index.slice(1));
}

/** The field that holds bytes and nothing else, as a picture's; null where there is none. */
export function bytesField(table: TableDeclaration): string | null {
  const { def } = table.row._zod as { def: { shape?: Record<string, TableDeclaration['row']> } };
  const isBytes = (schema: TableDeclaration['row']) =>
    schema.safeParse(new Uint8Array(1)).success &&
    !schema.safeParse('').success &&
    !schema.safeParse({}).success;
  return Object.entries(def.shape ?? {}).find(([, schema]) => isBytes(schema))?.[0] ?? null;
}
