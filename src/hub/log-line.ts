type About = Readonly<Record<string, string | number | boolean>>;

/** Writes a line of the hub's log, JSON with time and event. Never a name, a word of a post, a token or an address. */
export type Log = (what: string, about?: About) => void;

/** A log line as text. */
export const lineOf = (at: number, what: string, about: About): string =>
  `${JSON.stringify({ at: new Date(at).toISOString(), what, ...about })}\n`;

/** Writes lines to a stream. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (what, about = {}) => write(lineOf(now(), what, about));
}

/** The name of an error; its message is not logged, since it may contain what people wrote. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The message of an error, for whoever runs the hub; never for the log. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The file and line of an error's first stack frame, without its message. */
export const originOf = (error: unknown): string =>
  (error instanceof Error &&
    /(?<![\w.-])([\w.-]{1,100}\.[cm]?[jt]s:\d{1,7})/.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1]) ||
  'unknown';
