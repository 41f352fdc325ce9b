/** Luma of a computed `rgb()`, 0 to 1 (Rec. 709); null where it is mostly transparent. */
function lightness(colour: string): number | null {
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha < 0.5 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * Whether an element of a foreign page is on a light or dark ground: by the nearest colour behind it (not its
 * own, unless it is the body), since a site's dark mode may differ from the system's. Null where nothing is
 * painted: then the system's setting applies.
 */
export function groundOf(from: Element): 'light' | 'dark' | null {
  for (let at = from === document.body ? from : parentOf(from); at; at = parentOf(at)) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme === 'dark' || scheme === 'light' ? scheme : null;
}
