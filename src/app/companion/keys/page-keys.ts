import { isTyping } from '../../../ui/is-typing.ts';
import { PAGES } from '../../page-list.ts';

/** The page of the letter after `g`. */
const pageBy = (letter: string) => PAGES.find(({ key }) => key === letter)?.id;
/** How long `g` waits for its letter, ms. */
const WAIT = 1500;

interface Does {
  readonly help: () => void;
  readonly go: (page: string) => void;
  /** Focuses the next or previous row; false where there is none. */
  readonly step: (by: 1 | -1) => boolean;
  /** Opens the command palette. */
  readonly find: () => void;
}

const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;

/** Handles a single key. True if it was ours. */
function alone(key: string, { help, step }: Does): boolean {
  if (key === '?') help();
  else if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  else return false;
  return true;
}

/**
 * Listens for `?`, `j`, `k`, `g` with a letter, and Ctrl or ⌘ with K, until the signal aborts. Typing is left
 * alone.
 */
export function listenForKeys(does: Does, signal: AbortSignal): void {
  let began = Number.NEGATIVE_INFINITY;
  document.addEventListener(
    'keydown',
    (event) => {
      if (isFind(event) && !event.isComposing) {
        event.preventDefault();
        return does.find();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
      const page = event.timeStamp - began <= WAIT ? pageBy(event.key) : undefined;
      began = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (page) does.go(page);
      else if (!alone(event.key, does)) return;
      event.preventDefault();
    },
    { signal },
  );
}
