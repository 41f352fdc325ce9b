import { Challenges } from './challenges.ts';
import { hashOf, random } from './secrets.ts';

const TOKEN_MS = 10 * 60_000;
/** Open tokens of one device, far above the one or two that it uses: its oldest end where it opens more. */
const MOST_OF_DEVICE = 1000;

interface OpenToken {
  readonly device: number;
  readonly until: number;
}

/**
 * Challenges and session tokens, in memory only: a stolen disk opens no session, and after a restart every device signs in
 * again.
 */
export class Sessions {
  readonly challenges: Challenges;
  /** By hash, in the order of opening. */
  private readonly tokens = new Map<string, OpenToken>();
  private readonly byDevice = new Map<number, Set<string>>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
    this.challenges = new Challenges(now);
  }

  /** Issues a token to a device that proved its key; `lasts` is ms. */
  open(device: number): { token: string; lasts: number } {
    this.sweep();
    const token = random(32);
    const hash = hashOf(token);
    const own = this.byDevice.get(device) ?? new Set();
    this.tokens.set(hash, { device, until: this.now() + TOKEN_MS });
    this.byDevice.set(device, own.add(hash));
    const [oldest] = own;
    if (own.size > MOST_OF_DEVICE && oldest !== undefined) this.drop(oldest, device);
    return { token, lasts: TOKEN_MS };
  }

  /**
   * The device of a token; null if it is unknown or expired. The lookup is by hash, so its time reveals nothing of the token.
   */
  deviceOf(token: string): number | null {
    const entry = this.tokens.get(hashOf(token));
    return entry && entry.until > this.now() ? entry.device : null;
  }

  /** Ends all sessions of a device. */
  end(device: number): void {
    for (const hash of this.byDevice.get(device) ?? []) this.tokens.delete(hash);
    this.byDevice.delete(device);
  }

  /** Drops expired tokens. All last equally long, so it stops at the first that has not expired. */
  private sweep(): void {
    for (const [hash, { device, until }] of this.tokens) {
      if (until > this.now()) return;
      this.drop(hash, device);
    }
  }

  private drop(hash: string, device: number): void {
    this.tokens.delete(hash);
    const own = this.byDevice.get(device);
    own?.delete(hash);
    if (own?.size === 0) this.byDevice.delete(device);
  }
}
