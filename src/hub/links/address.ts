import { isIP } from 'node:net';

/** An address without the form in which IPv6 maps an IPv4 one. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** An IPv6 address in its eight groups, lower case; null where it is none. */
export function groupsOf(address: string): string[] | null {
  if (isIP(address) !== 6) return null;
  const [front = '', back] = address.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => part.split(':').filter(Boolean);
  const [head, tail] = [groups(front), back === undefined ? [] : groups(back)];
  const missing = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const none = Array.from({ length: missing }, () => '0');
  return [...head, ...none, ...tail].map((group) => group.toLowerCase());
}
