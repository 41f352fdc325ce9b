import { useEffect, useRef, useState } from 'preact/hooks';
import { asError } from '../../workspace/failure.ts';
import type { Course, Progress } from '../progress.ts';

/** State of a task, as a page shows it. */
export type Task<Value> =
  | { state: 'idle' }
  | { state: 'running'; progress: Progress | null }
  | { state: 'stopped' }
  | { state: 'failed'; error: Error }
  | { state: 'done'; value: Value };

/** Throttle of progress updates, ms. */
const SHOWN_EVERY = 100;

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/** Runs one task at a time, with progress; `stop` and leaving the page abort it. */
export function useTask<Value>() {
  const [work, setWork] = useState<Task<Value>>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (does: (course: Course) => Promise<Value>): Promise<void> => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setWork({ state: 'running', progress: null });
    let shown = 0;
    const onProgress = (progress: Progress) => {
      if (performance.now() - shown < SHOWN_EVERY) return;
      shown = performance.now();
      setWork({ state: 'running', progress });
    };
    try {
      const value = await does({ signal: controller.signal, onProgress });
      setWork({ state: 'done', value });
    } catch (error) {
      if (isAbort(error)) setWork({ state: 'stopped' });
      else setWork({ state: 'failed', error: asError(error) });
    } finally {
      running.current = null;
    }
  };
  return { work, run, stop: () => running.current?.abort(), reset: () => setWork({ state: 'idle' }) };
}
