import { Challenges } from './challenges.ts';
import { hashOf, random } from './secrets.ts';

const TOKEN_MS = 10 * 60_000;

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
  private readonly tokens = new Map<string, OpenToken>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
    this.challenges = new Challenges(now);
  }

  /** Issues a token to a device that proved its key; `lasts` is ms. */
  open(device: number): { token: string; lasts: number } {
    this.sweep(this.tokens);
    const token = random(32);
    this.tokens.set(hashOf(token), { device, until: this.now() + TOKEN_MS });
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
    for (const [hash, entry] of this.tokens) if (entry.device === device) this.tokens.delete(hash);
  }

  private sweep(tokens: Map<string, OpenToken>): void {
    for (const [key, { until }] of tokens) if (until <= this.now()) tokens.delete(key);
  }
}
