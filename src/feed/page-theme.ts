/** Lightness of a computed colour, 0 to 1; null where it is transparent. */
function lightness(colour: string): number | null {
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha < 0.5 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** Whether the ground behind an element is dark, by the nearest ancestor with a colour. */
export function isDark(from: Element): boolean {
  for (let at: Element | null = from; at; at = at.parentElement) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5;
  }
  return getComputedStyle(document.documentElement).colorScheme.includes('dark');
}

/** The colour of the site's icons beside ours; a matching grey where there are none. */
export function inkOf(root: Element, like: string, dark: boolean): string {
  const neighbour = root.querySelector(like);
  const colour = neighbour ? getComputedStyle(neighbour).color : '';
  return colour && lightness(colour) !== null ? colour : dark ? 'rgb(150,155,160)' : 'rgb(83,100,113)';
}

const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-scheme', 'dark', 'data-mode'];

/**
 * Calls back when the page may have changed between light and dark, or forced colours changed. Observes only
 * the root and the body.
 */
export function whenTheme(onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => requestAnimationFrame(onChange));
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true, attributeFilter: THEME_ATTRIBUTES });
  }
  for (const media of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(media).addEventListener('change', onChange, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
