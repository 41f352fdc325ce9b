/** Currencies with three decimals (ISO 4217), where `1.250` is not a thousand. */
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** No price, rating or duration is larger, and beyond it numbers are not exact. */
const MOST = Number.MAX_SAFE_INTEGER;
const sane = (n: number): number | null => (n <= MOST ? n : null);

/** A currency's sign or code around a number. */
const AROUND = /^\p{L}{0,3}\.?\s{0,3}\p{Sc}?\s{0,3}|\s{0,3}(?:\p{Sc}|\p{L}{1,3}\.?)?$/gu;

/**
 * A price or rating with a decimal point, as data should have it, or as sites write it: `1,299.00`, `1.299,00`,
 * `4,5`, `12,345`. Null where it is no number or ambiguous: `1.299`.
 */
export function decimal(text: string, currency = ''): number | null {
  const digits = text
    .trim()
    .replace(AROUND, '')
    .replace(/[\s\u00a0\u202f']/g, '');
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return THREE_DECIMALS.has(currency) ? Number(digits) : null;
  if (/^\d+(?:\.\d+)?$/.test(digits)) return sane(Number(digits));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return sane(Number(digits.replaceAll(',', '')));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    return sane(Number(digits.replaceAll('.', '').replace(',', '.')));
  if (/^\d+,\d{1,2}$/.test(digits)) return sane(Number(digits.replace(',', '.')));
  return null;
}

const PARTS = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const SECONDS = [604_800, 86_400, 3600, 60, 1];

/** A duration in ms: ISO 8601 without months and years, or seconds. Null otherwise. */
export function duration(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return sane(Math.round(Number(trimmed) * 1000)) || null;
  const found = PARTS.exec(trimmed);
  if (!found) return null;
  const seconds = SECONDS.reduce((sum, each, at) => sum + each * Number(found[at + 1] ?? 0), 0);
  return sane(Math.round(seconds * 1000)) || null;
}
