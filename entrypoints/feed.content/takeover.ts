import { FLOATING, MARK } from '../../src/feed/own-markers.ts';
import { isCutOff } from '../../src/workspace/ask.ts';

const TAKEOVER = 'musubi:takeover';

declare global {
  /** Ends the copy of us that runs in this isolated world, which no script of the page can see. */
  var musubiEnd: (() => void) | undefined;
}

/**
 * Two copies can meet in one page. One of the same extension, put in once more, is in this very world and ends by a call.
 * One of before an update is in a world of its own, and only an event reaches it. A page can send that too: so it is
 * obeyed only by who is cut off from the extension, and good for nothing any more.
 */
export function takeOver(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  globalThis.musubiEnd?.();
  globalThis.musubiEnd = () => controller.abort();
  document.dispatchEvent(new CustomEvent(TAKEOVER));
  // Firefox ends the older copy itself, and leaves what it put into the page.
  for (const left of document.querySelectorAll(`[${MARK}],[${FLOATING}]`)) left.remove();
  document.addEventListener(TAKEOVER, () => isCutOff() && controller.abort(), { signal });
  return signal;
}
