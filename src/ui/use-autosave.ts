import { useEffect, useRef, useState } from 'preact/hooks';

/** `saved` only once it is durable. `failed`: the text is still in the field. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'failed';

interface Autosave {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly state: SaveState;
  /** On leaving the field: saves pending text, then shows the stored value. */
  readonly leave: () => void;
}
interface Waiting {
  readonly value: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * A field that saves itself some ms after the last key, when it is left and when its view unmounts. While
 * unedited it follows the stored value, so that changes of other windows show.
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
    // If typing continued meanwhile, its own save reports the state.
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
