import { useEffect, useRef, useState } from 'preact/hooks';

/** `saved` only once it is durable. `failed`: what is typed is still in the field. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'failed';

interface Autosave {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly state: SaveState;
  /** The field is left: saves what is waiting, and from then on shows what is stored. */
  readonly leave: () => void;
}
interface Waiting {
  readonly value: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * A text that saves itself a moment after the last key (ms), when it is left and when its view goes away. While
 * nothing is typed here it follows what is stored, so that another window's change is seen.
 */
export function useAutosave(stored: string, save: (value: string) => Promise<unknown>, ms = 400): Autosave {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>('unchanged');
  const waiting = useRef<Waiting | null>(null);
  const left = useRef(true);
  const saver = useRef(save);
  saver.current = save;

  const saveNow = () => {
    const now = waiting.current;
    if (!now) return;
    clearTimeout(now.timer);
    waiting.current = null;
    // Where one typed on meanwhile, the word for that comes with its own saving.
    const settle = (then: SaveState) => () => {
      if (!waiting.current) setState(then);
    };
    saver.current(now.value).then(settle('saved'), settle('failed'));
  };
  const setValue = (value: string) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { value, timer: setTimeout(saveNow, ms) };
    left.current = false;
    setTyped(value);
    setState('saving');
  };
  const leave = () => {
    left.current = true;
    if (waiting.current) saveNow();
    else if (state === 'saved') setTyped(null);
  };
  useEffect(() => saveNow, []);
  useEffect(() => {
    if (left.current && !waiting.current) setTyped(null);
  }, [stored]);
  return { value: typed ?? stored, setValue, state, leave };
}
