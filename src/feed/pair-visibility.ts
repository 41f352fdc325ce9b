import { Sight } from './press-visibility.ts';

/** How long a pair that was left is still watched, ms: a finger's click comes after it. */
const LINGER = 1000;

/** Watches the one pair that somebody reaches for: what it takes to know whether a thing is seen is not cheap. */
export class Sights {
  private host: HTMLElement | null = null;
  private sight: Sight | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** Somebody reaches for a pair, or leaves it. */
  reach(host: HTMLElement, here: boolean): void {
    if (here) this.of(host);
    else if (host === this.host) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.end(), LINGER);
    }
  }

  /** The sight of a pair, begun now where it is not the one that is watched. */
  of(host: HTMLElement): Sight {
    clearTimeout(this.timer);
    if (this.sight && host === this.host) return this.sight;
    this.end();
    this.host = host;
    this.sight = new Sight(host);
    return this.sight;
  }

  private end(): void {
    clearTimeout(this.timer);
    this.sight?.end();
    this.sight = null;
    this.host = null;
  }
}
