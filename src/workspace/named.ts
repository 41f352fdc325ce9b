/**
 * Safe lookups by names from outside: a host, group or channel may be called `constructor`, which every plain object
 * inherits. Sums use maps, and objects are read only by their own properties.
 */

/** An object's own property; undefined if it is inherited or missing. */
export const own = <Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;

/** Sums by name. */
export function addedUp(parts: Iterable<readonly [string, number]>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, n] of parts) sums.set(name, (sums.get(name) ?? 0) + n);
  return Object.fromEntries(sums);
}
