import { readFileSync } from 'node:fs';
import { numberOf } from '../../hub/edge/address.ts';
import { isMmdb, mmdbCountries } from './mmdb.ts';

/**
 * Looks up the country of an address in a local file: one in MaxMind's format, or lines of `first,last,country` as in free
 * lists (db-ip.com, ip2location.com), IPv4 and IPv6 mixed. No service is queried.
 */
export class Countries {
  private readonly lookUp: (address: string) => string;

  private constructor(lookUp: (address: string) => string) {
    this.lookUp = lookUp;
  }

  /** Reads a file of either format. Throws a RangeError that names the first invalid line, or says what is damaged. */
  static read(file: string): Countries {
    const bytes = readFileSync(file);
    return isMmdb(bytes) ? new Countries(mmdbCountries(bytes)) : Countries.from(bytes.toString());
  }

  static from(text: string): Countries {
    const lines = text.split('\n').map((line) => line.replace(/[\r"]/g, '').trim());
    const ranges = lines.flatMap((line, at) =>
      line === '' || line.startsWith('#') ? [] : [rangeIn(line, at + 1)],
    );
    return new Countries(rangeCountries(ranges));
  }

  /** Two letters (ISO 3166-1), empty where the file has none. */
  of(address: string): string {
    return this.lookUp(address);
  }
}

function rangeCountries(ranges: readonly Range[]): (address: string) => string {
  const sorted = [...ranges].sort((a, b) => (a.first < b.first ? -1 : 1));
  return (address) => {
    const number = numberOf(address);
    if (number === null) return '';
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.first ?? 0n) <= number) low = middle + 1;
      else high = middle;
    }
    const range = sorted[low - 1];
    return range && number <= range.last ? range.country : '';
  };
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
