import type { WindowRequest } from './messages.ts';

/** How long our frame may take to ask, ms. */
const ENTERS_WITHIN = 10_000;
/** Most openings remembered at once. */
const MOST = 50;

interface Opening {
  readonly tab: number;
  readonly at: number;
}

/**
 * Openings under way, in memory only, since they last as long as a press. If the background stops in between,
 * our frame stays empty and the sheet opens in a window; if that fails too, the person presses again.
 */
export class PendingOpenings {
  private readonly frames = new Map<string, Opening>();
  private readonly windows = new Map<string, WindowRequest>();

  opens(token: string, tab: number, at: number): void {
    put(this.frames, token, { tab, at });
  }

  /** True once, and only for a frame in the tab of its opener. */
  enters(token: string, tab: number | null, at: number): boolean {
    const opening = this.frames.get(token);
    if (!opening || opening.tab !== tab) return false;
    this.frames.delete(token);
    return at - opening.at <= ENTERS_WITHIN;
  }

  asks(token: string, request: WindowRequest): void {
    put(this.windows, token, request);
  }

  /** What a window is for; answered once. */
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
