/** How far long work is: `done` of `total` rows, and what is being worked on (a table's name, or a step). */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What long work is handed: whom to tell, and by what it is stopped (it then throws an AbortError). */
export interface Course {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Counts rows towards a total; throws an AbortError once the person pressed Stop. */
export function counting({ signal, onProgress }: Course, total: number) {
  let done = 0;
  return (step: string, more: number): void => {
    signal?.throwIfAborted();
    done += more;
    onProgress?.({ step, done: Math.min(done, total), total });
  };
}
