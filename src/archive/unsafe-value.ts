/** The one name by which a value that is copied field by field would change what its copy inherits. */
const FORBIDDEN = '__proto__';
/** Longest text of one field, in UTF-16 units. The schemas are stricter; this bounds what they leave open. */
const LONGEST = 4_000_000;
const DEEPEST = 12;
/** The outermost moment that a Date can hold, ms: no number of ours is beyond it. */
const OUTERMOST = 8.64e15;

function keysWrong(value: object, depth: number): string | null {
  for (const [key, inner] of Object.entries(value)) {
    if (key === FORBIDDEN) return `a field is called ${key}`;
    const wrong = whatIsWrong(inner, depth + 1);
    if (wrong) return wrong;
  }
  return null;
}

/**
 * What no schema has to be asked about: a parsed JSON value that could do harm by its shape alone. Null where all is
 * well.
 */
export function whatIsWrong(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.length > LONGEST ? 'a text is too long' : null;
  if (typeof value === 'number') return Math.abs(value) > OUTERMOST ? 'a number is out of range' : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEEPEST) return 'nested too deep';
  return keysWrong(value, depth);
}
