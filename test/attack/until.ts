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

/** Waits on something that tells when it changes: no sooner is it so than who waits goes on. */
export class Changes {
  private waiting: (() => void)[] = [];

  changed(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  async until(holds: () => boolean, what: string, ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!holds()) {
      const left = end - performance.now();
      const next = new Promise<true>((go) => this.waiting.push(() => go(true)));
      if (left <= 0 || (await within(left, next)) === null) throw new Error(`waited ${ms} ms for ${what}`);
    }
  }
}
