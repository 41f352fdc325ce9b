import { readFileSync } from 'node:fs';
import { numberOf } from '../../hub/edge/address.ts';

/**
 * Which country an address is of, by a table that the admin gives: lines of `first,last,country` as freely given lists of
 * addresses have them (db-ip.com, ip2location.com), IPv4 and IPv6 mixed. Nothing is asked of anybody.
 */
export class Countries {
  private readonly starts: readonly bigint[];
  private readonly ends: readonly bigint[];
  private readonly names: readonly string[];

  private constructor(ranges: readonly Range[]) {
    const sorted = [...ranges].sort((a, b) => (a.first < b.first ? -1 : 1));
    this.starts = sorted.map(({ first }) => first);
    this.ends = sorted.map(({ last }) => last);
    this.names = sorted.map(({ country }) => country);
  }

  /** Reads a table. Throws a RangeError that names the first line which is none. */
  static read(file: string): Countries {
    return Countries.from(readFileSync(file, 'utf8'));
  }

  static from(text: string): Countries {
    const lines = text.split('\n').map((line) => line.replace(/[\r"]/g, '').trim());
    const ranges = lines.flatMap((line, at) =>
      line === '' || line.startsWith('#') ? [] : [rangeIn(line, at + 1)],
    );
    return new Countries(ranges);
  }

  /** Two letters (ISO 3166-1), empty where the table does not say. */
  of(address: string): string {
    const number = numberOf(address);
    if (number === null) return '';
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0n) <= number) low = middle + 1;
      else high = middle;
    }
    const at = low - 1;
    return at >= 0 && number <= (this.ends[at] ?? -1n) ? (this.names[at] ?? '') : '';
  }
}

interface Range {
  readonly first: bigint;
  readonly last: bigint;
  readonly country: string;
}

function rangeIn(line: string, at: number): Range {
  const [from = '', to = '', country = ''] = line.split(',').map((part) => part.trim());
  const [first, last] = [numberOf(from), numberOf(to)];
  if (first === null || last === null || last < first || !/^[A-Za-z]{2}$/.test(country))
    throw new RangeError(`line ${at} is not "first address,last address,country": ${line.slice(0, 60)}`);
  return { first, last, country: country.toUpperCase() };
}
