/** What a call had patterns do. */
export interface Work {
  /** Each pattern that was tried, once. */
  readonly patterns: readonly RegExp[];
  /** Characters that patterns went over: up to the end of what they found, or of the text where they found nothing. */
  readonly read: number;
}

/** Counts what a call has patterns do, which is the same however busy the machine is; no clock has a part in it. */
export function workOf(call: () => void): Work {
  const patterns = new Map<string, RegExp>();
  let read = 0;
  const { exec } = RegExp.prototype;
  // Every way to try a pattern comes through here, once it is not the language's own: test, match, replace, search, split.
  RegExp.prototype.exec = function (text) {
    patterns.set(this.source, this);
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    read += Math.max(0, (found ? found.index + found[0].length : text.length) - from);
    return found;
  };
  try {
    call();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return { patterns: [...patterns.values()], read };
}
