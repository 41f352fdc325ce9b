import { PressVisibility } from './press-visibility.ts';

/** How long a pair is still watched after it was left, ms: a finger's click comes later. */
const LINGER = 1000;

/** Watches the one pair that somebody reaches for, since visibility tracking is expensive. */
export class PairVisibility {
  private host: HTMLElement | null = null;
  private sight: PressVisibility | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** Somebody reaches for a pair or leaves it. */
  reach(host: HTMLElement, here: boolean): void {
    if (here) this.of(host);
    else if (host === this.host) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.end(), LINGER);
    }
  }

  /** The watcher of a pair, created where another one is watched. */
  of(host: HTMLElement): PressVisibility {
    clearTimeout(this.timer);
    if (this.sight && host === this.host) return this.sight;
    this.end();
    this.host = host;
    this.sight = new PressVisibility(host);
    return this.sight;
  }

  private end(): void {
    clearTimeout(this.timer);
    this.sight?.end();
    this.sight = null;
    this.host = null;
  }
}
