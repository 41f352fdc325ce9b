/** Why a file is refused. Each has its text in views/refusal-words.ts. */
export const REASONS = [
  'empty',
  'notZip',
  'truncated',
  'damaged',
  'encrypted',
  'unsupported',
  'bomb',
  'path',
  'foreign',
  'manifest',
  'newer',
  'unlisted',
  'missing',
  'hash',
  'encoding',
  'json',
  'row',
  'order',
  'count',
  'unreadable',
] as const;
export type Reason = (typeof REASONS)[number];

/** What was refused, and where. `detail` is for diagnosis and shown as plain text only. */
export interface Refusal {
  readonly reason: Reason;
  /** File in the zip, truncated for display; empty for the zip as a whole. */
  readonly file: string;
  /** Line number from 1; 0 for no line. */
  readonly line: number;
  readonly detail: string;
}

/** Thrown while a file is read; the edge turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(reason: Reason, { file = '', line = 0, detail = '' }: Partial<Refusal> = {}) {
    super(`${reason} ${file}:${line} ${detail}`);
    this.name = 'Refused';
    this.refusal = { reason, file: file.slice(0, 120), line, detail: detail.slice(0, 400) };
  }
}
