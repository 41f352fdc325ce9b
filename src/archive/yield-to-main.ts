/** Longest time on the main thread without a pause, ms: below the 50 that people notice. */
const HOLD = 25;

/** Returns a function that yields to the main thread once work has run long enough; cheap to call often. */
export function mainThreadYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < HOLD) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
