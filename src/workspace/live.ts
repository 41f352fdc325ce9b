import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What a live query shows: nothing yet, rows, or an error in its own words. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: Error };

/**
 * Reads the diary and reads again whenever any context writes what the query touched. The last value stays on
 * screen while a changed query runs, so that typing in a filter does not flicker.
 */
export function useLive<T>(query: () => Promise<T>, dependencies: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    const subscription = liveQuery(() => latest.current()).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error: unknown) =>
        setLive({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
    });
    return () => subscription.unsubscribe();
  }, [...dependencies]);
  return live;
}
