/** Crockford's base32 (crockford.com/base32.html): without I, L, O, U, so that a code survives being read aloud. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_LENGTH = 7;
const LENGTH = RANDOM_LENGTH + 1;
/** x⁵ + x² + 1, irreducible over GF(2): makes the 32 digits a field. */
const FIELD = 0b100101;
const DRAWS = 16;

/** Fills the array with random bytes; `crypto.getRandomValues` in use, fixed bytes in a test. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

const fromCrypto: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ FIELD : shifted;
}

/**
 * Damm's algorithm over GF(32). Crockford's own check (mod 37) needs `*~$=`, which are unsafe in an address;
 * this one uses only the 32 digits and still detects every single wrong digit and every transposition of
 * neighbours.
 */
function checkDigit(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = double(sum ^ DIGITS.indexOf(digit));
  return DIGITS.charAt(sum);
}

function draw(random: RandomSource): string {
  const bytes = new Uint8Array(RANDOM_LENGTH);
  random(bytes);
  // 256 is a multiple of 32: the low five bits are uniform.
  const digits = Array.from(bytes, (byte) => DIGITS.charAt(byte & 31)).join('');
  return digits + checkDigit(digits);
}

function isMixed(code: string): boolean {
  return /\d/.test(code) && /[a-z]/.test(code);
}

/**
 * A new tracking code: seven random Crockford base32 digits and a check digit, lowercase. It reveals nothing
 * about the person. A draw without both a letter and a figure is repeated (at most 16 times), so that no code
 * reads as a word, and no word or date in somebody else's `ref` is taken for a code.
 */
export function newCode(random: RandomSource = fromCrypto): string {
  let code = draw(random);
  for (let draws = 1; draws < DRAWS && !isMixed(code); draws++) code = draw(random);
  return code;
}

/** A code as written in links: lowercase, O as 0, I and L as 1, without spaces and hyphens. */
export function normaliseCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}

/** Whether a typed text is a code: eight digits with a valid check digit. */
export function isCode(text: string): boolean {
  const code = normaliseCode(text);
  if (code.length !== LENGTH || [...code].some((digit) => !DIGITS.includes(digit))) return false;
  return checkDigit(code.slice(0, RANDOM_LENGTH)) === code.charAt(RANDOM_LENGTH);
}

/** Whether a value in a link is one of our codes, in exactly our spelling. */
export function isCodeInLink(value: string): boolean {
  return isMixed(value) && normaliseCode(value) === value && isCode(value);
}
