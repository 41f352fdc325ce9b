/** How long work may hold the page, ms: under the 50 from which on a person notices. */
const HOLD = 25;

/** Gives the page its turn once work has held it for long enough; called often, it mostly does nothing. */
export function mainThreadYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < HOLD) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
