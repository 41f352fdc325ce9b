/** All properties by which a page's rules could hide, move or distort the host, each with its safe value. */
export const UNTOUCHED = {
  'align-self': 'auto',
  order: '0',
  float: 'none',
  position: 'static',
  'z-index': 'auto',
  inset: 'auto',
  margin: '0',
  border: '0',
  padding: '0',
  background: 'none',
  'box-shadow': 'none',
  'outline-style': 'none',
  'min-inline-size': 'auto',
  'min-block-size': 'auto',
  'max-inline-size': 'none',
  'max-block-size': 'none',
  overflow: 'visible',
  visibility: 'visible',
  'pointer-events': 'auto',
  opacity: '1',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  zoom: '1',
  filter: 'none',
  'backdrop-filter': 'none',
  clip: 'auto',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  perspective: 'none',
  contain: 'none',
  'content-visibility': 'visible',
  'animation-name': 'none',
  'transition-duration': '0s',
};

/** The host's computed values of these, for comparison at another time. */
function stateOf(host: HTMLElement): string {
  const style = getComputedStyle(host);
  return Object.keys(UNTOUCHED)
    .map((name) => style.getPropertyValue(name))
    .join(';');
}

/**
 * Whether a page's rules affect our hosts. Most pages leave plain elements alone, and the guard's declarations
 * cost time for every post: over 2,000 posts the style pass took 58 ms more without them and 106 with them. So
 * a page starts with the guard, drops it once a pair looks the same without, and takes it up for good at the
 * first difference.
 */
export class StyleGuard {
  private state: 'untried' | 'down' | 'needed' = 'untried';
  private right = '';

  /** Whether the sheet includes the guard now. */
  get up(): boolean {
    return this.state !== 'down';
  }

  /** Compares one pair. `wear` applies the sheet again. Forces a style pass, so never once a post. */
  check(host: HTMLElement, wear: () => void): void {
    if (this.state === 'needed' || !host.isConnected) return;
    if (this.state === 'untried') {
      this.right = stateOf(host);
      this.state = 'down';
      wear();
    }
    if (stateOf(host) === this.right) return;
    this.state = 'needed';
    wear();
  }
}
