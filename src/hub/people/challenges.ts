import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const LASTS = 60_000;
const [TIME, RANDOM, MAC] = [6, 10, 16];
const MADE = TIME + RANDOM;

/**
 * Nonces for devices to sign. The hub stores none of those it issues: each carries its time and its device, authenticated
 * by a key of this process, so a flood of requests takes no memory and displaces nobody else's nonce. Only used nonces are
 * remembered, until they would have expired anyway.
 */
export class Challenges {
  private readonly key = randomBytes(32);
  private readonly spent = new Map<string, number>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
  }

  /** A nonce for any device number, known or not, so that the answer does not reveal which devices exist. */
  make(device: number): string {
    const made = Buffer.alloc(MADE);
    made.writeUIntBE(this.now(), 0, TIME);
    randomBytes(RANDOM).copy(made, TIME);
    return Buffer.concat([made, this.macOf(made, device)]).toString('base64url');
  }

  /** Whether a nonce was issued to this device, has not expired, and was not used yet. */
  holds(nonce: string, device: number): boolean {
    const bytes = Buffer.from(nonce, 'base64url');
    if (bytes.length !== MADE + MAC) return false;
    const made = bytes.subarray(0, MADE);
    const ours = timingSafeEqual(this.macOf(made, device), bytes.subarray(MADE));
    return ours && made.readUIntBE(0, TIME) + LASTS > this.now() && !this.spent.has(bytes.toString('hex'));
  }

  /** Marks a nonce as used, so that it opens no second session. */
  spend(nonce: string): void {
    const now = this.now();
    for (const [other, until] of this.spent) {
      if (until > now) break;
      this.spent.delete(other);
    }
    this.spent.set(Buffer.from(nonce, 'base64url').toString('hex'), now + LASTS);
  }

  private macOf(made: Buffer, device: number): Buffer {
    return createHmac('sha256', this.key).update(made).update(String(device)).digest().subarray(0, MAC);
  }
}
