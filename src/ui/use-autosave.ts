import { useEffect, useRef, useState } from 'preact/hooks';

/** `saved` only once it is durable. `failed`: what is typed is still in the field. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'failed';

interface Autosave {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly state: SaveState;
  /** Saves at once, e.g. when the field is left. */
  readonly flush: () => void;
}

/**
 * A text that saves itself a moment after the last key (ms), when it is left and when its view goes away. While
 * nothing is typed here it follows what is stored, so that another window's change is seen.
 */
export function useAutosave(stored: string, save: (value: string) => Promise<unknown>, ms = 400): Autosave {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>('unchanged');
  const pending = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const saver = useRef(save);
  saver.current = save;

  const flush = () => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    pending.current = null;
    saver.current(waiting.value).then(
      () => {
        // Typed on meanwhile: the word for that comes with its own saving.
        if (!pending.current) setState('saved');
      },
      () => setState('failed'),
    );
  };
  const setValue = (value: string) => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { value, timer: setTimeout(flush, ms) };
    setTyped(value);
    setState('saving');
  };
  useEffect(() => flush, []);
  // Once stored, the field follows the store again.
  useEffect(() => {
    if (state === 'saved' && typed === stored) setTyped(null);
  }, [state, typed, stored]);
  return { value: typed ?? stored, setValue, state, flush };
}
