const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A random id of 20 characters (103 bits). Minted once, before anything is sent or written; a repeated write
 * with the same id changes nothing.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  // 36 does not divide 256: the bias (0.03 bit a character) is far below what uniqueness needs.
  return Array.from(bytes, (byte) => ALPHABET[byte % 36]).join('');
}
