/** How long a finger's last place may still be where its next press was meant, ms. */
const SAME_FINGER = 700;
const NEAR = 2;

/** How the pointer came to lie on a node of ours. */
export interface Arrival {
  readonly host: Element;
  /** When, ms of the page's clock. */
  readonly at: number;
  /** Where the node lay then. */
  readonly box: DOMRect;
  /** The node came under the pointer, and not the pointer to the node. */
  readonly slid: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly host: Element | undefined;
  readonly until: number;
}

/** Whether two boxes are the same, to within what rounding does. */
export const sameBox = (a: DOMRect, b: DOMRect): boolean =>
  Math.max(
    Math.abs(a.left - b.left),
    Math.abs(a.top - b.top),
    Math.abs(a.width - b.width),
    Math.abs(a.height - b.height),
  ) <= NEAR;

const isIn = ({ left, top, right, bottom }: DOMRect, { x, y }: Place) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Follows the pointer over nodes of ours, and tells one that it came to from one that was put under it. */
export class Approach {
  /** How the pointer came to where it lies now; null where that is nothing of ours. */
  now: Arrival | null = null;
  private last: Place | null = null;

  /** `host`: our node that the event is on. */
  follow(event: PointerEvent, host: Element | undefined): void {
    // Its place is already the next one's.
    if (event.type === 'pointerout') {
      this.now = null;
      return;
    }
    this.now = host ? this.come(event, host) : null;
    const { clientX: x, clientY: y, pointerType, timeStamp } = event;
    const until = pointerType === 'touch' ? timeStamp + SAME_FINGER : Number.POSITIVE_INFINITY;
    this.last = { x, y, host, until };
  }

  private come({ timeStamp }: Event, host: Element): Arrival {
    const { now } = this;
    const box = host.getBoundingClientRect();
    const here = now?.host === host;
    if (here && sameBox(now.box, box)) return now;
    return { host, at: timeStamp, box, slid: here || this.wasIn(box, host, timeStamp) };
  }

  /** Whether the pointer already was where a node is now, and it was not that node. */
  private wasIn(box: DOMRect, host: Element, at: number): boolean {
    const { last } = this;
    return last !== null && last.host !== host && at <= last.until && isIn(box, last);
  }
}
