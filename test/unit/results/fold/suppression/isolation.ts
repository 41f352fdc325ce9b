/** What somebody who has every published row can work out, over a prime field. */

/** Two primes: below 2^15, so that a product is exact, and what fails by chance over one does not over the other. */
const PRIMES = [32_749, 32_719] as const;

/** A drop as it counts here: whose it is (empty: of who is named, new or gone), and in which rows it is. */
export interface Column {
  readonly person: string;
  readonly rows: readonly number[];
}

/** Columns in echelon form. */
class Basis {
  private readonly prime: number;
  private readonly size: number;
  /** By the place of their first entry. */
  private readonly vectors = new Map<number, Int32Array>();

  constructor(prime: number, size: number) {
    this.prime = prime;
    this.size = size;
  }

  get rank(): number {
    return this.vectors.size;
  }

  /** How many vectors there can be: those of all columns. */
  isFull(rank = this.size): boolean {
    return this.vectors.size === rank;
  }

  with(columns: readonly Int32Array[]): Basis {
    const more = new Basis(this.prime, this.size);
    for (const [at, vector] of this.vectors) more.vectors.set(at, vector);
    for (const column of columns) if (!more.isFull()) more.add(Int32Array.from(column));
    return more;
  }

  private add(column: Int32Array): void {
    for (let at = 0; at < this.size; at += 1) {
      const first = column[at] ?? 0;
      if (first === 0) continue;
      const vector = this.vectors.get(at);
      if (!vector) {
        const by = inverse(first, this.prime);
        for (let n = at; n < this.size; n += 1) column[n] = ((column[n] ?? 0) * by) % this.prime;
        this.vectors.set(at, column);
        return;
      }
      const less = this.prime - first;
      for (let n = at; n < this.size; n += 1)
        column[n] = ((column[n] ?? 0) + less * (vector[n] ?? 0)) % this.prime;
    }
  }
}

function inverse(n: number, prime: number): number {
  let [result, base, power] = [1, n, prime - 2];
  for (; power > 0; power >>= 1, base = (base * base) % prime)
    if (power & 1) result = (result * base) % prime;
  return result;
}

/** The different columns of each person. */
function patterns(columns: readonly Column[], rows: number): Map<string, Int32Array[]> {
  const seen = new Map<string, Map<string, Int32Array>>();
  for (const { person, rows: of } of columns) {
    if (person === '' || of.length === 0) continue;
    const own = seen.get(person) ?? new Map<string, Int32Array>();
    const vector = new Int32Array(rows);
    for (const row of of) vector[row] = 1;
    seen.set(person, own.set(of.join(), vector));
  }
  return new Map([...seen].map(([person, own]) => [person, [...own.values()]]));
}

export interface Audit {
  /** Sets of people that were looked at; what holds without one holds without any part of it. */
  readonly sets: number;
  /** Whether no row follows from others. */
  readonly isLean: boolean;
  /** People whom some sum of rows is about alone; null where there are none. */
  readonly breach: readonly string[] | null;
}

type People = ReadonlyMap<string, readonly Int32Array[]>;

function spanned(people: People, rows: number, prime: number, out: ReadonlySet<string> = new Set()): number {
  const within = [...people].flatMap(([person, own]) => (out.has(person) ? [] : own));
  return new Basis(prime, rows).with(within).rank;
}

/** Whether some sum of these rows is not zero only on drops of `few` people or fewer: all sets of people are tried. */
export function isolated(columns: readonly Column[], rows: number, few: number): Audit {
  const people = patterns(columns, rows);
  const first = search(people, rows, few, PRIMES[0]);
  const isBreach = first.breach !== null && search(people, rows, few, PRIMES[1]).breach !== null;
  return isBreach ? first : { ...first, breach: null };
}

function search(people: People, rows: number, few: number, prime: number): Audit {
  // Who has most is taken first: the rest is then soon spanned, and nobody needs to be tried any more.
  const order = [...people].sort(([, a], [, b]) => b.length - a.length);
  const rank = spanned(people, rows, prime);
  let sets = 0;
  const walk = (at: number, basis: Basis, out: readonly string[]): readonly string[] | null => {
    if (basis.isFull(rank)) return null;
    const [person, own] = order[at] ?? [];
    if (person === undefined || own === undefined) return out;
    const within = walk(at + 1, basis.with(own), out);
    if (within || out.length === few) return within;
    sets += 1;
    return walk(at + 1, basis, [...out, person]);
  };
  const breach = walk(0, new Basis(prime, rows), []);
  return { sets, isLean: rank === rows, breach };
}

/** The same of some sets alone: those of a row's own people first, since they are who a row might be about, then any. */
export function isolatedSome(
  columns: readonly Column[],
  rows: number,
  few: number,
  tries: number,
  random: () => number,
): Audit {
  const people = patterns(columns, rows);
  const all = [...people.keys()];
  const isLean = spanned(people, rows, PRIMES[0]) === rows;
  for (let sets = 0; sets < tries; sets += 1) {
    const row = Math.floor(random() * rows);
    const own = columns.filter((one) => one.rows.includes(row)).map(({ person }) => person);
    const from = sets % 2 === 0 ? [...new Set(own.filter(Boolean))] : all;
    const out = new Set(shuffled(from, random).slice(0, few));
    for (const person of shuffled(all, random)) if (out.size < few) out.add(person);
    const isShort = (prime: number) => spanned(people, rows, prime, out) < spanned(people, rows, prime);
    if (PRIMES.every(isShort)) return { sets, isLean, breach: [...out] };
  }
  return { sets: tries, isLean, breach: null };
}

export const shuffled = <Value>(values: readonly Value[], random: () => number): Value[] =>
  values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
