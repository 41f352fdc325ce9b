import { type Arrival, sameBox } from './pointer-origin.ts';
import { isBare } from './undistorted.ts';

/** How long what slid under the pointer, or was hidden a moment ago, has to be seen before a press of it was meant, ms. */
const SEEN_LONG = 500;
/** How long the browser may take to say whether something is seen, ms. */
const SAYS_WITHIN = 1500;
/** Largest difference of a size from what was given, px. */
const NEAR = 2;

/** How much of it has to be in the window: less than all, since browsers round. */
const WHOLE = 0.95;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A press, as far as the eyes are concerned. */
export interface Looked {
  readonly at: number;
  /** How the pointer came there; `key` where there was none. */
  readonly by: Arrival | 'key' | null;
}

/** What the browser says of a watched node, IntersectionObserver v2. */
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches a node of ours from when somebody reaches for it, and says at a press whether they saw it: where it belongs, as
 * large as it was made, and with nothing over it. A page that stretches a button over itself, fades it out, paints over
 * it or pushes it under a pointer makes people press what they do not see.
 */
export class Sight {
  private readonly host: HTMLElement;
  private readonly observer: IntersectionObserver | null;
  private last: VisibilityEntry | null = null;
  /** Since when it is seen without a break, ms; `null`: it was always seen. */
  private since: number | null = null;
  private waiting: (() => void)[] = [];

  constructor(host: HTMLElement) {
    this.host = host;
    const watch = { threshold: [0, 1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => this.take(entries), watch);
    // A browser that does not know the second version leaves out what it does not know.
    this.observer = 'trackVisibility' in observer ? observer : null;
    this.observer?.observe(host);
  }

  end(): void {
    this.observer?.disconnect();
  }

  private take(entries: readonly VisibilityEntry[]): void {
    for (const one of entries) {
      if (!one.isVisible) this.since = Number.POSITIVE_INFINITY;
      else if (this.since === Number.POSITIVE_INFINITY) this.since = one.time;
      this.last = one;
    }
    for (const tell of this.waiting.splice(0)) tell();
  }

  /** Whether the person saw what they pressed. `within`: what it belongs into; null for what floats. */
  async saw(press: Looked, size: Size, within: Element | null): Promise<boolean> {
    return this.stands(press, size, within) && isBare(this.host) && (await this.isSeen(press));
  }

  private stands({ at, by }: Looked, size: Size, within: Element | null): boolean {
    const box = this.host.getBoundingClientRect();
    if (Math.abs(box.width - size.width) > NEAR || Math.abs(box.height - size.height) > NEAR) return false;
    if (by !== 'key' && (!by || by.host !== this.host || !sameBox(by.box, box))) return false;
    if (by !== 'key' && by?.slid && at - by.at < SEEN_LONG) return false;
    return isOnTop(this.host, box) && (within === null || isInside(box, within));
  }

  /** By the browser's own eyes, where it has them. */
  private async isSeen({ at }: Looked): Promise<boolean> {
    if (!this.observer) return true;
    this.take(this.observer.takeRecords());
    if (!this.last) await this.firstReport();
    const { last, since } = this;
    if (!last?.isVisible || last.intersectionRatio < WHOLE) return false;
    return since === null || at - since >= SEEN_LONG;
  }

  private firstReport(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      setTimeout(resolve, SAYS_WITHIN);
    });
  }
}

/** Whether a node is what a press meets, in its middle and near its corners. */
function isOnTop(host: Element, { left, top, width, height }: DOMRect): boolean {
  const around = host.getRootNode();
  if (!(around instanceof Document || around instanceof ShadowRoot)) return false;
  const at = [0.15, 0.5, 0.85].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y] as const));
  return at.every(([x, y]) => around.elementFromPoint(left + width * x, top + height * y) === host);
}

/** Whether a box lies in a post. One that is drawn without a box of its own says nothing. */
function isInside(box: DOMRect, post: Element): boolean {
  const around = post.getBoundingClientRect();
  if (around.width === 0 || around.height === 0) return true;
  return (
    box.left >= around.left - NEAR &&
    box.right <= around.right + NEAR &&
    box.top >= around.top - NEAR &&
    box.bottom <= around.bottom + NEAR
  );
}
