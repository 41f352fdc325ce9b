/** Copies text; false where the browser or the page's permissions policy refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Also without any clipboard: a page over plain http.
    return false;
  }
}

/** Opens a network's share window; false where the browser blocks it. */
export function openWindow(url: string): boolean {
  // Mail and SMS open another program, not a window.
  if (/^(?:mailto|sms):/.test(url)) {
    location.assign(url);
    return true;
  }
  const opened = window.open(url, '_blank', 'popup=yes,width=640,height=760');
  if (!opened) return false;
  // The network's page must not get a handle on the feed.
  try {
    opened.opener = null;
  } catch {
    // Firefox: the window is cross-origin at once and cannot be changed, but it is open.
  }
  return true;
}
