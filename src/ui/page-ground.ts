/** How light a colour is, 0 to 1 (Rec. 709 luma), from a computed `rgb()`; null where it is mostly transparent. */
function lightness(colour: string): number | null {
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha < 0.5 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * The ground that an element of a foreign page stands on: the nearest colour behind it decides (not its own, unless
 * it is the page's body), since a site's dark mode need not be the system's. Null where nothing is painted: then the system's setting holds.
 */
export function groundOf(from: Element): 'light' | 'dark' | null {
  for (let at = from === document.body ? from : parentOf(from); at; at = parentOf(at)) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme === 'dark' || scheme === 'light' ? scheme : null;
}
