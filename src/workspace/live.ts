import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asError } from './failure.ts';

/** What a live query shows: nothing yet, rows, or an error in its own words. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: Error };

/**
 * Dexie's liveQuery keeps quiet about a diary that could not be opened (it takes that for a page on its way
 * out), so that a view would wait for ever. The error is reported under another name, with the cause in its message.
 */
function outspoken(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'DatabaseClosedError') throw error;
  throw new Error(error.message, { cause: error });
}

/**
 * Reads the diary and reads again whenever any context writes what the query touched. The last value stays on
 * screen while a changed query runs, so that typing in a filter does not flicker.
 */
export function useLive<T>(query: () => Promise<T>, dependencies: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    const subscription = liveQuery(() => latest.current().catch(outspoken)).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error: unknown) => setLive({ state: 'failed', error: asError(error) }),
    });
    return () => subscription.unsubscribe();
  }, [...dependencies]);
  return live;
}
