import { signal } from '@preact/signals';

interface Running {
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** Work on many posts that is under way; null while there is none. Only one at a time. */
export const running = signal<Running | null>(null);

/** Runs work that tells how far it is and can be stopped, and shows it. */
export async function withProgress<T>(
  of: number,
  work: (course: { onProgress: (done: number, of: number) => void; signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const tell = (done: number) => {
    running.value = { done, of, stop: () => abort.abort() };
  };
  tell(0);
  try {
    return await work({ onProgress: tell, signal: abort.signal });
  } finally {
    running.value = null;
  }
}
