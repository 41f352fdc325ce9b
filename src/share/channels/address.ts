/** A share window's address: every value encoded, half surrogate pairs made whole so that encoding cannot throw. */
export function windowAddress(base: string, values: Record<string, string>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== '');
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
  if (query === '') return base;
  return `${base}${base.includes('?') ? '&' : '?'}${query}`;
}
