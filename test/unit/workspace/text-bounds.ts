import { expect } from 'vitest';
import type * as z from 'zod/mini';

/** A value with one of its fields, also of a field, as another. */
const withField = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  const of = value as Record<string, unknown>;
  const inner = withField(of[name], rest, by);
  return Array.isArray(value)
    ? value.map((one, at) => (at === Number(name) ? inner : one))
    : { ...of, [name]: inner };
};

/** Expects that a text is taken by a schema up to so many characters, and not with one more; `field`: by dots. */
export function expectBound(schema: z.ZodMiniType, valid: object, field: string, most: number): void {
  const of = (text: string) => schema.safeParse(withField(valid, field.split('.'), text)).success;
  const long = (length: number) =>
    (/target|address|asked|from|to$/.test(field) ? 'https://a.example/' : '').padEnd(length, 'x');
  expect([field, most, of(long(most)), of(long(most + 1))]).toEqual([field, most, true, false]);
}

/** Expects that a number is taken from the least to the most, and no other. */
export function expectRange(
  schema: z.ZodMiniType,
  valid: object,
  field: string,
  [least, most]: readonly [number, number],
): void {
  const of = (number: number) => schema.safeParse(withField(valid, field.split('.'), number)).success;
  expect([field, of(least - 1), of(least), of(most), of(most + 1)]).toEqual([
    field,
    false,
    true,
    true,
    false,
  ]);
}
