/** A part of a file: its first and its last byte. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

const ONE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The part that a `Range` header asks for (RFC 9110, 14.2): null for all of it, as where the header is none of ours or asks
 * for several parts at once; `outside` where there is no such part.
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
