import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random id or secret, base64url: 16 bytes for an id, 32 for what opens something. */
export function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** What is kept of a secret: nothing at rest opens anything. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether a secret is the one of a hash, in a time that tells nothing of how near it is. */
export function isSecretOf(secret: string, hash: string): boolean {
  const [actual, expected] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
