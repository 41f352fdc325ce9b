/** Puts text on the clipboard; false where the browser or the page's permissions policy refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Also where there is no clipboard at all: a page over plain http.
    return false;
  }
}

/** Opens a network's share window; false where the browser refused it. */
export function openWindow(url: string): boolean {
  // A mail or a text message is another program's: no window comes of it that one could look at.
  if (/^(?:mailto|sms):/.test(url)) {
    location.assign(url);
    return true;
  }
  const opened = window.open(url, '_blank', 'popup=yes,width=640,height=760');
  if (!opened) return false;
  // The network must not reach back into the feed.
  try {
    opened.opener = null;
  } catch {
    // Firefox: the window counts as the network's own from the start, and may not be written to. It is open all the same.
  }
  return true;
}
