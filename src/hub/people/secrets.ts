import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random id or secret, base64url: 12 bytes for an id, 24 for an invite's secret, 32 for a session's token. */
export function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** The hash that is stored in a secret's place, so that a stolen store opens nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares a secret with a hash in constant time. */
export function isSecretOf(secret: string, hash: string): boolean {
  const [actual, expected] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
