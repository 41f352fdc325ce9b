import { signal } from '@preact/signals';

interface Running {
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** The running bulk edit; null while there is none. One at a time. */
export const running = signal<Running | null>(null);

/** Runs cancellable work and shows its progress. */
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
