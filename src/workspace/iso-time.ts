const two = (n: number) => String(Math.abs(n)).padStart(2, '0');

/** A moment (UTC ms) as ISO 8601 with the offset of this device, e.g. 2026-11-24T14:19:17+09:00. Empty where there is none. */
export function isoWithOffset(at: number | null): string {
  if (at === null || at === 0) return '';
  const local = new Date(at);
  if (Number.isNaN(local.getTime())) return '';
  const ahead = -local.getTimezoneOffset();
  const shifted = new Date(at + ahead * 60_000);
  if (Number.isNaN(shifted.getTime())) return local.toISOString();
  const hours = Math.trunc(ahead / 60);
  return `${shifted.toISOString().slice(0, 19)}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(ahead % 60)}`;
}
