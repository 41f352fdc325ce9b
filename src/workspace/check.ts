import type { KeyTaking, PlainKey } from '../i18n/translate.ts';
import type { Workspace } from './declare.ts';

/** A kind of problem in the diary: how to find it and how to repair it. */
export interface Check {
  readonly id: string;
  /** What was found, with `n`. */
  readonly found: KeyTaking<'n'>;
  /** What repairing does. */
  readonly mends: PlainKey;
  /** It goes before the others: what it mends, they could not read. */
  readonly first?: true;
  /** Counts the problems without changing anything; throws an AbortError when aborted. */
  find(workspace: Workspace, signal?: AbortSignal): Promise<number>;
  mend(workspace: Workspace, at: number): Promise<void>;
}
