/** A part of a file: its first and its last byte. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

const ONE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The part that a `Range` header requests (RFC 9110, 14.2): null for the whole, also if the header is invalid or requests
 * several parts; `outside` if the part does not exist.
 */
export function partOf(header: string | undefined, bytes: number): Part | null | 'outside' {
  const [, from = '', to = ''] = ONE.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '')
    return Number(to) === 0 ? 'outside' : { first: Math.max(0, bytes - Number(to)), last: bytes - 1 };
  const [first, last] = [Number(from), to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)];
  if (to !== '' && Number(to) < first) return null;
  return first >= bytes ? 'outside' : { first, last };
}
