import type { Prepared } from '../../messages.ts';

/** What came of handing over a prepared share. `opened`: null where the channel has no window. */
export interface Delivered {
  readonly copied: boolean;
  readonly opened: boolean | null;
}

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

/** Opens the network's share window; false where the browser refused it. */
function openWindow(url: string): boolean {
  // A mail address is the mail program's: no window comes of it that one could look at.
  if (url.startsWith('mailto:')) {
    location.assign(url);
    return true;
  }
  const opened = window.open(url, '_blank', 'popup=yes,width=640,height=760');
  if (!opened) return false;
  // The network must not reach back into the feed.
  opened.opener = null;
  return true;
}

/**
 * Clipboard first, then the window: a page that lost the focus may no longer write to the clipboard. Call it
 * within the activation of a press (5 s).
 */
export async function deliver({ text, window: address }: Prepared): Promise<Delivered> {
  const copied = await copyText(text);
  return { copied, opened: address === null ? null : openWindow(address) };
}
