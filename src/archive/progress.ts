/** Progress of a task: `done` of `total` rows, and the table or step in progress. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** A task's progress callback and abort signal (it then throws an AbortError). */
export interface Course {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Counts rows towards a total; throws an AbortError once aborted. */
export function counting({ signal, onProgress }: Course, total: number) {
  let done = 0;
  return (step: string, more: number): void => {
    signal?.throwIfAborted();
    done += more;
    onProgress?.({ step, done: Math.min(done, total), total });
  };
}
