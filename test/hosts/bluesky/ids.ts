import type { Skeet } from './posts.ts';

const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/** A timestamp identifier: µs since 1970 and a clock's number, in a base 32 that sorts. https://atproto.com/specs/tid */
export function keyOf(skeet: Pick<Skeet, 'time' | 'handle'>): string {
  let rest = (BigInt(Date.parse(skeet.time)) * 1000n * 1024n) | BigInt(skeet.handle.length);
  let key = '';
  for (let at = 0; at < 13; at += 1) {
    key = (DIGITS[Number(rest & 31n)] ?? '') + key;
    rest >>= 5n;
  }
  return key;
}

export const pathOf = (skeet: Skeet): string => `/profile/${skeet.handle}/post/${keyOf(skeet)}`;
