/** How long after a finger's last position its next press may still be intended, ms. */
const SAME_FINGER = 700;
const NEAR = 2;

/** How the pointer got onto one of our nodes. */
export interface Arrival {
  readonly host: Element;
  /** Time, ms of the page's clock. */
  readonly at: number;
  /** The node's position then. */
  readonly box: DOMRect;
  /** The node moved under the pointer, not the pointer onto the node. */
  readonly slid: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly host: Element | undefined;
  readonly until: number;
}

/** Whether two boxes are equal up to rounding. */
export const sameBox = (a: DOMRect, b: DOMRect): boolean =>
  Math.max(
    Math.abs(a.left - b.left),
    Math.abs(a.top - b.top),
    Math.abs(a.width - b.width),
    Math.abs(a.height - b.height),
  ) <= NEAR;

const isIn = ({ left, top, right, bottom }: DOMRect, { x, y }: Place) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Tracks the pointer over our nodes, and distinguishes a node it moved onto from one that was moved under it. */
export class PointerTracker {
  /** How the pointer got to its present node; null outside our nodes. */
  now: Arrival | null = null;
  private last: Place | null = null;

  /** `host`: our node under the event. */
  follow(event: PointerEvent, host: Element | undefined): void {
    // The pointer is on the next node already.
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

  /** Whether the pointer was already at a node's position while another node was there. */
  private wasIn(box: DOMRect, host: Element, at: number): boolean {
    const { last } = this;
    return last !== null && last.host !== host && at <= last.until && isIn(box, last);
  }
}
