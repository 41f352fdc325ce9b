type About = Readonly<Record<string, string | number | boolean>>;

/** One line of the hub's log: JSON, with when and what. Never a name, a word of a post, a token or an address. */
export type Log = (what: string, about?: About) => void;

/** A line as it is written. */
export const lineOf = (at: number, what: string, about: About): string =>
  `${JSON.stringify({ at: new Date(at).toISOString(), what, ...about })}\n`;

/** Writes lines to a stream. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (what, about = {}) => write(lineOf(now(), what, about));
}

/** What of an error may be logged: its name, and none of its words, which may hold what people wrote. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where an error came from: file and line of its first frame, without a word of it. */
export const placeOf = (error: unknown): string =>
  (error instanceof Error &&
    /(?<![\w.-])([\w.-]{1,100}\.[cm]?[jt]s:\d{1,7})/.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1]) ||
  'unknown';
