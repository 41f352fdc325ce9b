/** One finding of addons-linter. https://mozilla.github.io/addons-linter/ */
export interface Told {
  readonly _type: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** From 0. */
  readonly column?: number | undefined;
}
export interface Lint {
  readonly errors: readonly Told[];
  readonly warnings: readonly Told[];
  readonly notices: readonly Told[];
}

/** A finding that a library brings along, by the code it points at. */
export interface Known {
  readonly code: string;
  readonly library: string;
  /** What stands at the place it points at, in the built and shortened file. */
  readonly at: RegExp;
  readonly reason: string;
}

export const KNOWN: readonly Known[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    library: 'preact',
    at: /^\.?innerHTML=[\w$]+\.__html/,
    reason:
      'how Preact sets dangerouslySetInnerHTML (src/diff/index.js); nothing of ours uses it, and test/unit/run/lint.test.ts holds that',
  },
];

/** How many characters from a finding's place on are looked at. */
const REACH = 120;

/**
 * Sorts what the linter found into what a library brings and what is ours: all errors, notices, and whatever the
 * table does not name.
 */
export function judged(
  lint: Lint,
  lineOf: (told: Told) => string,
): { ours: Told[]; brought: { told: Told; known: Known }[] } {
  const ours: Told[] = [...lint.errors, ...lint.notices];
  const brought: { told: Told; known: Known }[] = [];
  for (const told of lint.warnings) {
    const from = told.column ?? 0;
    const place = lineOf(told).slice(from, from + REACH);
    const known = KNOWN.find(({ code, at }) => code === told.code && at.test(place));
    if (known) brought.push({ told, known });
    else ours.push(told);
  }
  return { ours, brought };
}
