import type { WindowRequest } from './messages.ts';

/** How long our frame may take to ask, ms. */
const ENTERS_WITHIN = 10_000;
/** Most that is kept at once. */
const MOST = 50;

interface Opening {
  readonly tab: number;
  readonly at: number;
}

/**
 * The openings that are under way, in memory alone: they last as long as a press. Where the background is stopped in
 * between, our frame shows nothing and the sheet opens in a window; where that is in vain too, the person presses again.
 */
export class PendingOpenings {
  private readonly frames = new Map<string, Opening>();
  private readonly windows = new Map<string, WindowRequest>();

  opens(token: string, tab: number, at: number): void {
    put(this.frames, token, { tab, at });
  }

  /** True once, and for a frame in the tab of whoever opens it. */
  enters(token: string, tab: number | null, at: number): boolean {
    const opening = this.frames.get(token);
    if (!opening || opening.tab !== tab) return false;
    this.frames.delete(token);
    return at - opening.at <= ENTERS_WITHIN;
  }

  asks(token: string, request: WindowRequest): void {
    put(this.windows, token, request);
  }

  /** What a window is for, told once. */
  takes(token: string): WindowRequest | null {
    const request = this.windows.get(token) ?? null;
    this.windows.delete(token);
    return request;
  }
}

function put<Value>(into: Map<string, Value>, token: string, value: Value): void {
  into.set(token, value);
  const [oldest] = into.keys();
  if (into.size > MOST && oldest !== undefined) into.delete(oldest);
}
