import { hashOf, random } from './secrets.ts';

const TOKEN_MS = 10 * 60_000;
const NONCE_MS = 60_000;
const MOST_NONCES = 20_000;

interface Held {
  readonly device: number;
  readonly until: number;
}

/** Challenges and tokens. In memory alone: a stolen disk opens nothing, and a restart asks every device to sign again. */
export class Sessions {
  private readonly nonces = new Map<string, Held>();
  private readonly tokens = new Map<string, Held>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
  }

  /** A nonce to sign, for any number that asks: who is a device is not told here. */
  challenge(device: number): string {
    if (this.nonces.size >= MOST_NONCES) this.sweep(this.nonces);
    const oldest = this.nonces.keys().next();
    if (this.nonces.size >= MOST_NONCES && !oldest.done) this.nonces.delete(oldest.value);
    const nonce = random(32);
    this.nonces.set(nonce, { device, until: this.now() + NONCE_MS });
    return nonce;
  }

  /** Takes a nonce, once: whether it was given to this device and still holds. */
  spend(nonce: string, device: number): boolean {
    const held = this.nonces.get(nonce);
    this.nonces.delete(nonce);
    return held !== undefined && held.device === device && held.until > this.now();
  }

  /** A token for a device that signed; `lasts` is ms. */
  open(device: number): { token: string; lasts: number } {
    this.sweep(this.tokens);
    const token = random(32);
    this.tokens.set(hashOf(token), { device, until: this.now() + TOKEN_MS });
    return { token, lasts: TOKEN_MS };
  }

  /** The device of a token, null for one that is unknown or over. Looked up by hash: the time tells nothing of it. */
  deviceOf(token: string): number | null {
    const held = this.tokens.get(hashOf(token));
    return held && held.until > this.now() ? held.device : null;
  }

  /** Ends what a device has open. */
  end(device: number): void {
    for (const [hash, held] of this.tokens) if (held.device === device) this.tokens.delete(hash);
  }

  private sweep(held: Map<string, Held>): void {
    for (const [key, { until }] of held) if (until <= this.now()) held.delete(key);
  }
}
