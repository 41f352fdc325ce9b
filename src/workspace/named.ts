/**
 * Values by names that come from outside: a host, a group, a channel may be called `constructor`, which every plain object
 * has already. They are added up in maps, and read only where an object has them itself.
 */

/** What an object has of its own by that name. */
export const own = <Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;

/** Adds up by name. */
export function addedUp(parts: Iterable<readonly [string, number]>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, n] of parts) sums.set(name, (sums.get(name) ?? 0) + n);
  return Object.fromEntries(sums);
}
