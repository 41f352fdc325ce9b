import { type Arrival, sameBox } from './pointer-origin.ts';
import { isUndistorted } from './undistorted.ts';

/**
 * How long a node that moved under the pointer or was hidden must be visible before a press counts as intended,
 * ms.
 */
const SEEN_LONG = 500;
/** How long the browser may take to report visibility, ms. */
const SAYS_WITHIN = 1500;
/** Tolerance of sizes and positions, px. */
const NEAR = 2;

/** Required share inside the window: below 1, since browsers round. */
const WHOLE = 0.95;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A press, as far as visibility is concerned. */
export interface PressToCheck {
  readonly at: number;
  /** How the pointer got there; `key` without a pointer. */
  readonly by: Arrival | 'key' | null;
}

/** An IntersectionObserver v2 entry of a watched node. */
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches one of our nodes while somebody reaches for it, and tells at a press whether they saw it: in its
 * place, in its size and uncovered. A page that stretches a button, fades it, paints over it or moves it under
 * the pointer makes people press what they do not see.
 */
export class PressVisibility {
  private readonly host: HTMLElement;
  private readonly observer: IntersectionObserver | null;
  private last: VisibilityEntry | null = null;
  /** Since when it has been visible without a break, ms; `null`: always. */
  private since: number | null = null;
  private waiting: (() => void)[] = [];

  constructor(host: HTMLElement) {
    this.host = host;
    const watch = { threshold: [0, 1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => this.take(entries), watch);
    // Browsers without version 2 ignore the unknown options.
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

  /** Whether the person saw what they pressed. `within`: the post it belongs to; null for floating elements. */
  async saw(press: PressToCheck, size: Size, within: Element | null): Promise<boolean> {
    return this.stands(press, size, within) && isUndistorted(this.host) && (await this.isSeen(press));
  }

  private stands({ at, by }: PressToCheck, size: Size, within: Element | null): boolean {
    const box = this.host.getBoundingClientRect();
    if (Math.abs(box.width - size.width) > NEAR || Math.abs(box.height - size.height) > NEAR) return false;
    if (by !== 'key' && (!by || by.host !== this.host || !sameBox(by.box, box))) return false;
    if (by !== 'key' && by?.slid && at - by.at < SEEN_LONG) return false;
    return isOnTop(this.host, box) && (within === null || isInside(box, within));
  }

  /** By the browser's own report, where available. */
  private async isSeen({ at }: PressToCheck): Promise<boolean> {
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

/** Whether a press hits the node, in its middle and near its corners. */
function isOnTop(host: Element, { left, top, width, height }: DOMRect): boolean {
  const around = host.getRootNode();
  if (!(around instanceof Document || around instanceof ShadowRoot)) return false;
  const at = [0.15, 0.5, 0.85].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y] as const));
  return at.every(([x, y]) => around.elementFromPoint(left + width * x, top + height * y) === host);
}

/** Whether a box is inside a post. A post without a box of its own passes. */
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
