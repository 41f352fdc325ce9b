/** The key that would set a prototype when copied field by field. */
const FORBIDDEN = '__proto__';
/** Longest text of a field, in UTF-16 units. Schemas are stricter; this limits what they leave open. */
const LONGEST = 4_000_000;
const DEEPEST = 12;

function keysWrong(value: object, depth: number): string | null {
  for (const [key, inner] of Object.entries(value)) {
    if (key === FORBIDDEN) return `a field is called ${key}`;
    const wrong = unsafeReason(inner, depth + 1);
    if (wrong) return wrong;
  }
  return null;
}

/** Rejects JSON that is harmful by its shape alone, before any schema. Returns the reason, or null. */
export function unsafeReason(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.length > LONGEST ? 'a text is too long' : null;
  // `1e999`, which is no number that we write.
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'a number is out of range';
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEEPEST) return 'nested too deep';
  return keysWrong(value, depth);
}
