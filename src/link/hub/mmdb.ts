import { type Response as Answer, Reader } from 'maxmind';
import * as z from 'zod/mini';
import { addressIn } from '../../hub/edge/address.ts';

/** What stands before the description at the end of every file in MaxMind's format, in its last 128 KiB. */
const MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
const MARKED_WITHIN = 131_072;

/** Records that stay decoded. A file of countries has some hundreds, one of towns a hundred thousand. */
const MOST_DECODED = 10_000;

const letters = z.string().check(z.regex(/^[A-Za-z]{2}$/));
/** As MaxMind and DB-IP name a country, and as IPinfo does. */
const Place = z.union([
  z.object({ country: z.object({ iso_code: letters }) }),
  z.object({ country_code: letters }),
]);

export const isMmdb = (file: Buffer): boolean => file.subarray(-MARKED_WITHIN).includes(MARK);

function boundedCache() {
  const decoded = new Map<string | number, unknown>();
  return {
    get: (key: string | number) => decoded.get(key),
    set: (key: string | number, record: unknown) => {
      if (decoded.size >= MOST_DECODED) decoded.clear();
      decoded.set(key, record);
    },
  };
}

function open(file: Buffer): Reader<Answer> {
  try {
    return new Reader(file, { cache: boundedCache() });
  } catch (error) {
    throw new RangeError(`the file of countries is damaged: ${String(error)}`);
  }
}

/** Country of an address by a file in MaxMind's format; empty where it has none. Throws a RangeError where it is damaged. */
export function mmdbCountries(file: Buffer): (address: string) => string {
  const reader = open(file);
  return (text) => {
    const address = addressIn(text);
    const place = Place.safeParse(address && reader.get(address.toString()));
    if (!place.success) return '';
    return ('country' in place.data ? place.data.country.iso_code : place.data.country_code).toUpperCase();
  };
}
