import { FLOATING, MARK } from '../../feed/own-markers.ts';
import { isCutOff } from '../../workspace/ask.ts';

const TAKEOVER = 'musubi:takeover';

declare global {
  /** Ends our running copy in this isolated world, hidden from the page. */
  var musubiEnd: (() => void) | undefined;
}

/**
 * Two copies can meet in one page. A second injection of the same extension is in this world and is ended by a
 * call. A copy from before an update is in another world and can only be reached by an event. A page can send
 * that event too, so it is obeyed only by a copy that is cut off from the extension, which is useless anyway.
 */
export function takeOver(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  globalThis.musubiEnd?.();
  globalThis.musubiEnd = () => controller.abort();
  document.dispatchEvent(new CustomEvent(TAKEOVER));
  // Firefox ends the old copy itself, but leaves its nodes in the page.
  for (const left of document.querySelectorAll(`[${MARK}],[${FLOATING}]`)) left.remove();
  document.addEventListener(TAKEOVER, () => isCutOff() && controller.abort(), { signal });
  return signal;
}
