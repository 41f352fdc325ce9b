import type { Drop } from './drop.ts';

/** Drops that are in exactly the same published rows, by person. */
export class DropClass {
  /** The number of drops of each person who gives cover. */
  readonly people = new Map<string, number>();
  /** How many of its drops may still be published in a row; with none it is never read again. */
  open = 0;

  add(person: string): void {
    this.people.set(person, (this.people.get(person) ?? 0) + 1);
    this.open += 1;
  }

  remove(person: string): void {
    const left = (this.people.get(person) ?? 0) - 1;
    if (left > 0) this.people.set(person, left);
    else this.people.delete(person);
    this.close();
  }

  /** One of its drops will be in no further rows. */
  close(): void {
    this.open -= 1;
    if (this.open === 0) this.people.clear();
  }
}

/** A drop in a ledger. */
export interface Entry {
  readonly drop: Drop;
  /** The member; empty for those who give no cover: named, new or former members. */
  readonly person: string;
  /** Null until it is in a row. */
  in: DropClass | null;
  /** How many figures may still publish it. */
  left: number;
}

/**
 * Counts the disjoint witnesses of a row, up to `enough`. A witness is one person with a drop of the row that is in no row
 * yet, or one or two people with two drops of the same class, one in this row and one not: any linear combination of rows
 * that includes this one has a non-zero coefficient on one of their drops.
 */
export function witnesses(row: readonly Entry[], enough: number): number {
  const used = new Set<string>();
  const inside = new Map<DropClass, Map<string, number>>();
  for (const { person, in: of } of row) {
    if (person === '') continue;
    if (of === null) used.add(person);
    else countIn(inside, of, person);
    if (used.size >= enough) return used.size;
  }
  // People who can be a witness alone are counted first; a pair would use up two people.
  for (const [of, people] of inside)
    for (const [person, n] of people) if ((of.people.get(person) ?? 0) > n) used.add(person);
  let found = used.size;
  for (const [of, people] of inside) {
    if (found >= enough) break;
    found += pairs(of, people, used, enough - found);
  }
  return found;
}

function countIn(inside: Map<DropClass, Map<string, number>>, of: DropClass, person: string): void {
  const people = inside.get(of) ?? new Map<string, number>();
  inside.set(of, people);
  people.set(person, (people.get(person) ?? 0) + 1);
}

/** Counts pairs of an unused person within the row and one outside of it, of the same class, and marks them as used. */
function pairs(
  of: DropClass,
  inside: ReadonlyMap<string, number>,
  used: Set<string>,
  enough: number,
): number {
  const within = [...inside.keys()].filter((person) => !used.has(person));
  let found = 0;
  if (within.length === 0) return 0;
  for (const person of of.people.keys()) {
    if (found === Math.min(enough, within.length)) break;
    if (inside.has(person) || used.has(person)) continue;
    used.add(person).add(within[found] ?? '');
    found += 1;
  }
  return found;
}
