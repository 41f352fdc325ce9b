/**
 * Holds what only one context of a device may hold, from the moment the others let go of it until the signal is
 * aborted or this context ends, however it ends. `ifFree`: not at all where another holds it now.
 */
export function withExclusiveLock(
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  ifFree = false,
): Promise<void> {
  const run = async (lock: Lock | null): Promise<void> => {
    if (lock && !signal.aborted) await work(signal);
  };
  // A request for a lock that is free takes no signal: https://w3c.github.io/web-locks/#api-lock-manager-request
  const options = ifFree ? { ifAvailable: true } : { signal };
  return navigator.locks.request(name, options, run).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  });
}

/** Answers when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
