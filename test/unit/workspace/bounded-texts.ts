import type * as z from 'zod/mini';

type Schema = z.ZodMiniType;
/** What Zod says of a schema, as far as it is walked here. */
interface Said {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
  readonly rest?: Schema | null;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly left?: Schema;
  readonly right?: Schema;
}

const said = (schema: Schema) => (schema as unknown as { _zod: { def: Said } })._zod.def;

/** Longer than anything is that anybody writes by hand. */
export const LONG = 1 << 20;
const TEXTS = ['a', 'A', '0', ' ', '-', '/', '語', 'https://example.com/a'].map((text) =>
  text.padEnd(LONG, text.at(-1)),
);

/** Whether a text of a megabyte comes through it whole. */
function isUnbounded(schema: Schema): boolean {
  return TEXTS.some((text) => {
    const { success, data } = schema.safeParse(text);
    return success && typeof data === 'string' && data.length >= LONG;
  });
}

function partsOf(def: Said): [string, Schema][] {
  const named = Object.entries(def.shape ?? {});
  const one = (name: string, schema: Schema | null | undefined): [string, Schema][] =>
    schema ? [[name, schema]] : [];
  const many = [...(def.options ?? []), ...(def.items ?? [])].map((schema): [string, Schema] => ['', schema]);
  return [
    ...named,
    ...many,
    ...one('[]', def.element),
    ...one('', def.innerType),
    ...one('{key}', def.keyType),
    ...one('{}', def.valueType),
    ...one('', def.in),
    ...one('', def.out),
    ...one('', def.rest),
    ...one('', def.left),
    ...one('', def.right),
  ];
}

/** Where a schema lets a text through however long it is, by the path to it. */
export function unboundedTexts(schema: Schema, path: string, seen = new Set<Schema>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = said(schema);
  if (def.type === 'string') return isUnbounded(schema) ? [path] : [];
  return partsOf(def).flatMap(([name, part]) => unboundedTexts(part, name ? `${path}.${name}` : path, seen));
}
