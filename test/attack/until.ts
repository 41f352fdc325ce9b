/** Waits until something holds; throws with what was waited for. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((turn) => setTimeout(turn, 5));
  }
}

/** What comes first: the value, or null after so many ms. */
export async function within<Value>(ms: number, value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([value, over]).finally(() => clearTimeout(timer));
}
