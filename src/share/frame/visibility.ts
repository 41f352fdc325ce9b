/**
 * How long the browser may take to report visibility after opening, ms: the answer comes from another process,
 * on a busy machine after a second. A press before it waits.
 */
const SAYS_WITHIN = 2500;

type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Whether a person can see our frame: by IntersectionObserver v2, which also covers the page around it, else by
 * what our script in the page finds on top of it.
 */
export class FrameVisibility {
  private readonly sees: boolean;
  private readonly began = performance.now();
  private readonly clear: () => Promise<boolean>;
  private visible = false;
  private waiting: (() => void)[] = [];

  /** `unseen`: called where the frame is open and cannot be seen. */
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

  /** Whether it is visible now. Just after opening, waits for the browser's first report. */
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
