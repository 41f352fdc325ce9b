import type { Drop } from './drop.ts';

/** Drops that are in exactly the same published rows, by whose they are. */
export class DropClass {
  /** How many drops of it each person has who gives cover. */
  readonly people = new Map<string, number>();
  /** How many of its drops may still come into a row. Where none may, it is never looked at again. */
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

  /** One of its drops comes into no more rows. */
  close(): void {
    this.open -= 1;
    if (this.open === 0) this.people.clear();
  }
}

/** A drop as a ledger has it. */
export interface Entry {
  readonly drop: Drop;
  /** Whose it is; empty for who gives no cover: who is named, new or gone. */
  readonly person: string;
  /** Null while it is in no row. */
  in: DropClass | null;
  /** Figures that may still take it. */
  left: number;
}

/**
 * Disjoint witnesses that a row of these would have, as far as `enough`. A witness is one person with a drop of the row
 * that is in no row yet, or one or two people with two drops that are in the same rows, one in this row and one not:
 * whatever sum of rows this one is part of, it is not zero on all of theirs.
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
  // Who can be a witness alone is: paired with another, they would use up two.
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

/** Pairs of somebody within the row and somebody without, of one class and not used yet; who is paired is used then. */
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
