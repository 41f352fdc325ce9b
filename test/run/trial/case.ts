import * as z from 'zod/mini';

const text = z.string();

/** One small input with the value that is right. What else it holds is its kind's own. */
export const Case = z.looseObject({ id: text, run: text, right: z.record(text, z.unknown()) });
export type Case = z.infer<typeof Case>;

/** Parts that a text has or lacks, or one of several values; any other value stands for itself. */
const Has = z.strictObject({ has: z.optional(text), lacks: z.optional(z.array(text)) });
const OneOf = z.strictObject({ oneOf: z.array(z.unknown()) });

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function holds(wanted: unknown, came: unknown): boolean {
  const parts = Has.safeParse(wanted);
  if (parts.success) {
    const { has = '', lacks = [] } = parts.data;
    return typeof came === 'string' && came.includes(has) && lacks.every((part) => !came.includes(part));
  }
  const some = OneOf.safeParse(wanted);
  return some.success ? some.data.oneOf.some((one) => isEqual(one, came)) : isEqual(wanted, came);
}

/** What lies at a path of names and places; undefined where nothing does. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return undefined;
    return Reflect.get(inner, name);
  }, value);
}

/** What came where something else is right: empty where all of a case is right. */
export function differences(
  { right }: Case,
  came: unknown,
): { path: string; right: unknown; came: unknown }[] {
  return Object.entries(right)
    .map(([path, wanted]) => ({ path, right: wanted, came: at(came, path) }))
    .filter((one) => !holds(one.right, one.came));
}
