/** Headers that the hub reads, and what they are filled with: as long as Node lets a head be. */
export const HEADER_LIMITS: readonly (readonly [name: string, word: string, size: number])[] = [
  ['user-agent', 'Android ', 15_000],
  ['user-agent', 'MQQBrowser/', 15_000],
  ['user-agent', 'Mozilla/5.0 (', 15_000],
  ['user-agent', '(', 15_000],
  ['user-agent', '0.', 15_000],
  ['referer', 'https://a.example/)', 15_000],
  ['referer', 'https://a.', 15_000],
  ['accept-language', 'ja;q=0.9,', 15_000],
  ['accept-language', '-', 15_000],
  ['x-forwarded-for', '10.0.0.1, ', 15_000],
  ['forwarded', 'for="[::1]:80";', 15_000],
  ['forwarded', '"\\', 15_000],
  ['authorization', 'Bearer ', 15_000],
  ['sec-purpose', 'prefetch;', 15_000],
];
