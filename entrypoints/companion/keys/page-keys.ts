import { isTyping } from '../../../src/ui/is-typing.ts';
import type { Page } from '../route.ts';

/** The letter after `g`, and the page it goes to. */
export const GO: Readonly<Record<string, Page>> = {
  m: 'me',
  a: 'activity',
  c: 'captures',
  d: 'drafts',
  l: 'library',
  t: 'team',
  k: 'links',
  s: 'settings',
};
/** How long `g` waits for its letter, ms. */
const WAIT = 1500;

/** Listens for `?` and for `g` with a letter until the signal aborts. Keys that somebody types into a field are theirs. */
export function listenForKeys(
  { help, go }: { help: () => void; go: (page: Page) => void },
  signal: AbortSignal,
): void {
  let began = Number.NEGATIVE_INFINITY;
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
      const page =
        event.timeStamp - began <= WAIT && Object.hasOwn(GO, event.key) ? GO[event.key] : undefined;
      began = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (page) go(page);
      else if (event.key === '?') help();
      else return;
      event.preventDefault();
    },
    { signal },
  );
}
