import { Challenges } from './challenges.ts';
import { hashOf, random } from './secrets.ts';

const TOKEN_MS = 10 * 60_000;

interface OpenToken {
  readonly device: number;
  readonly until: number;
}

/** Challenges and tokens. In memory alone: a stolen disk opens nothing, and a restart asks every device to sign again. */
export class Sessions {
  readonly challenges: Challenges;
  private readonly tokens = new Map<string, OpenToken>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
    this.challenges = new Challenges(now);
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
    const entry = this.tokens.get(hashOf(token));
    return entry && entry.until > this.now() ? entry.device : null;
  }

  /** Ends what a device has open. */
  end(device: number): void {
    for (const [hash, entry] of this.tokens) if (entry.device === device) this.tokens.delete(hash);
  }

  private sweep(tokens: Map<string, OpenToken>): void {
    for (const [key, { until }] of tokens) if (until <= this.now()) tokens.delete(key);
  }
}
