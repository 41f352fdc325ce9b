import type { Check } from '../workspace/check.ts';
import { CAPABILITIES, TABLES } from './declared.ts';

/** Everything that is looked through by Check my data. What is broken goes first: the rest can then be read. */
export const CHECKS: readonly Check[] = CAPABILITIES.flatMap(({ checks }) => checks?.(TABLES) ?? []).toSorted(
  (a, b) => Number(b.first ?? false) - Number(a.first ?? false),
);
