import type { Entry } from './edit.ts';
import { FULL, isFull, isHalfFull } from './fill.ts';
import { nextPart } from './parts.ts';
import { atOf, type Replica } from './replica.ts';
import type { Items } from './room-items.ts';

/** What a room shows of all its parts. An item that stands in two was edited where the first was full: the newer holds. */
export function itemsOf(parts: readonly Replica[], root: string): Items {
  const all = parts.map((part) => part.items(root));
  const [first, ...others] = all;
  if (!first || others.every(({ size }) => size === 0)) return first ?? new Map();
  const items = new Map(first);
  for (const part of others)
    for (const [key, value] of part) {
      const there = items.get(key);
      if (there === undefined || atOf(value) >= atOf(there)) items.set(key, value);
    }
  // Who began it in the first part, and who edited it in the next.
  const devicesOf = (key: string) => all.flatMap((part) => part.devicesOf?.(key) ?? []);
  return Object.assign(items, { devicesOf });
}

/** The part in which an item stands, the last where it stands in several. */
const partWith = (parts: readonly Replica[], root: string, key: string) =>
  parts.findLast((part) => part.has(root, key));

/**
 * Where items are written: what is there already in its own part, what is new in the first that is not full. The next part
 * is opened for what finds no room in the last.
 */
export function placed(
  parts: readonly Replica[],
  root: string,
  entries: readonly Entry[],
): Map<string, Entry[]> {
  const rooms = new Map<string, Entry[]>();
  const left = parts.map(({ fill }) => (isFull(fill) ? 0 : FULL.items - fill.items));
  const partFor = ({ key }: Entry) => {
    const there = partWith(parts, root, key);
    if (there) return there.name;
    const at = left.findIndex((more) => more > 0);
    left[at] = (left[at] ?? 0) - 1;
    const last = parts.at(-1)?.name ?? '';
    return parts[at]?.name ?? nextPart(last) ?? last;
  };
  for (const entry of entries) {
    const room = partFor(entry);
    const there = rooms.get(room);
    if (there) there.push(entry);
    else rooms.set(room, [entry]);
  }
  return rooms;
}

/** Whether whoever reads a part reads the next one too. */
export const goesOn = ({ fill }: Replica): boolean => isHalfFull(fill);
