/**
 * How long after it was opened the browser may take to say that the frame is seen, ms: another process is asked, on a busy
 * machine for a second. A press before that waits for it.
 */
const SAYS_WITHIN = 2500;

type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Whether a person sees our frame: by the browser's own eyes (IntersectionObserver v2 looks through the page around it too),
 * else by what our script in the page finds over it.
 */
export class FrameVisibility {
  private readonly sees: boolean;
  private readonly began = performance.now();
  private readonly clear: () => Promise<boolean>;
  private visible = false;
  private waiting: (() => void)[] = [];

  /** `unseen`: called where the frame was opened and cannot be seen. */
  constructor(target: Element, clear: () => Promise<boolean>, unseen: () => void) {
    this.clear = clear;
    const watch = { threshold: [0, 0.9], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => this.take(entries), watch);
    this.sees = 'trackVisibility' in observer;
    observer.observe(target);
    setTimeout(() => void this.now().then((seen) => seen || unseen()), SAYS_WITHIN);
  }

  private take(entries: readonly VisibilityEntry[]): void {
    for (const one of entries) this.visible = one.isVisible === true;
    for (const tell of this.waiting.splice(0)) tell();
  }

  /** Whether it is seen at this moment. Just opened, the browser may not have looked yet. */
  async now(): Promise<boolean> {
    const clear = this.clear();
    if (!this.sees) return clear;
    const left = this.began + SAYS_WITHIN - performance.now();
    if (!this.visible && left > 0) await this.firstReport(left);
    return this.visible && (await clear);
  }

  private async firstReport(left: number): Promise<void> {
    const over = performance.now() + left;
    while (!this.visible && performance.now() < over)
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        setTimeout(resolve, over - performance.now());
      });
  }
}
