/** Why a file is not taken. Each has its own words for the person (views/refusal-words.ts). */
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

/** What was refused, and where. `detail` is for who wants to look closer; it is shown as text only. */
export interface Refusal {
  readonly reason: Reason;
  /** File in the zip, cut to a readable length; empty where it is the zip as a whole. */
  readonly file: string;
  /** Line in it, from 1; 0 where no line is meant. */
  readonly line: number;
  readonly detail: string;
}

/** Thrown while a file is read, and turned into a value at the edge. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(reason: Reason, { file = '', line = 0, detail = '' }: Partial<Refusal> = {}) {
    super(`${reason} ${file}:${line} ${detail}`);
    this.name = 'Refused';
    this.refusal = { reason, file: file.slice(0, 120), line, detail: detail.slice(0, 400) };
  }
}
