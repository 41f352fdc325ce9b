import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const LASTS = 60_000;
const [TIME, RANDOM, MAC] = [6, 10, 16];
const MADE = TIME + RANDOM;

/**
 * Nonces for devices to sign. The hub keeps none of those that it gives: each carries when it was made and for which device,
 * under a key of this process, so that a flood of questions takes no memory and pushes out nobody else's. Kept is only what
 * was signed, until it would be over anyway.
 */
export class Challenges {
  private readonly key = randomBytes(32);
  private readonly spent = new Map<string, number>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
  }

  /** A nonce to sign, for any number that asks: who is a device is not told here. */
  make(device: number): string {
    const made = Buffer.alloc(MADE);
    made.writeUIntBE(this.now(), 0, TIME);
    randomBytes(RANDOM).copy(made, TIME);
    return Buffer.concat([made, this.macOf(made, device)]).toString('base64url');
  }

  /** Whether a nonce was given to this device, still holds, and was not signed yet. */
  holds(nonce: string, device: number): boolean {
    const bytes = Buffer.from(nonce, 'base64url');
    if (bytes.length !== MADE + MAC) return false;
    const made = bytes.subarray(0, MADE);
    const ours = timingSafeEqual(this.macOf(made, device), bytes.subarray(MADE));
    return ours && made.readUIntBE(0, TIME) + LASTS > this.now() && !this.spent.has(bytes.toString('hex'));
  }

  /** Takes one that holds and that its device has signed: it opens nothing again. */
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
