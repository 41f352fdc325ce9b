import type { PageReader } from '../read-page.ts';
import type { Case } from './case.ts';

/** What a kind of case may use. */
export interface Ground {
  /** Where a case's files lie. */
  readonly folder: string;
  /** The browser that reads pages, opened when it is first needed. */
  readonly reader: () => Promise<PageReader>;
}

/** Runs a case of one kind through the product; what came is held against what is right. */
export type Run = (one: Case, ground: Ground) => unknown;

/** Runs what is shown or read by the clock of a place as a device there would. */
export async function inZone<Result>(zone: string | undefined, work: () => Result | Promise<Result>) {
  const before = process.env.TZ;
  if (zone) process.env.TZ = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
