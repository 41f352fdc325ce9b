import type { Failure } from './failure.ts';

/** Marks our messages among whatever else is sent in the browser. */
export interface Envelope {
  readonly musubi: 1;
  readonly name: string;
  readonly ask: unknown;
}

/** An answer, or what went wrong: `gone` the extension was replaced under this page, `failed` with words for a log, and `failure` where the diary could not be read or written. */
export type Answered<T> =
  | { ok: true; value: T }
  | { ok: false; reason: 'gone' | 'refused' | 'failed'; detail: string; failure?: Failure };
