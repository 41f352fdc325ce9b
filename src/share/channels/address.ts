/**
 * A share window's address with every value encoded. Repairs half surrogate pairs, which would make the
 * encoding throw.
 */
export function windowAddress(base: string, values: Record<string, string>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== '');
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
  if (query === '') return base;
  return `${base}${base.includes('?') ? '&' : '?'}${query}`;
}
