/** One line of the hub's log: JSON, with when and what. Never a name, a word of a post, a token or an address. */
export type Log = (what: string, about?: Readonly<Record<string, string | number | boolean>>) => void;

/** Writes lines to a stream. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (what, about = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), what, ...about })}\n`);
}

/** What of an error may be logged: its name, and none of its words, which may hold what people wrote. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where an error came from: file and line of its first frame, without a word of it. */
export const placeOf = (error: unknown): string =>
  (error instanceof Error &&
    /(?<![\w.-])([\w.-]{1,100}\.[cm]?[jt]s:\d{1,7})/.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1]) ||
  'unknown';
