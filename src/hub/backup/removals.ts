import { errorName, type Log } from '../log-line.ts';
import type { People } from '../people/people.ts';
import { addLine, noteMissing, type Removed } from './removal-lists.ts';

/**
 * Records a removal where no restore undoes it. On a full disk the removal is still in force; `noteRemovals` adds the line
 * later.
 */
export function noteRemoval(folder: string, log: Log, removed: Removed): void {
  try {
    addLine(folder, 'removed', removed);
  } catch (error) {
    log('removal-not-noted', { error: errorName(error) });
  }
}

/** Records all removals whose lines could not be written at the time. */
export function noteRemovals(folder: string, people: People): void {
  const removed = <One extends { removed: number | null }>(ones: readonly One[]) =>
    ones.flatMap(({ removed: at, ...one }) => (at === null ? [] : [{ ...one, at: Number(at) }]));
  noteMissing(folder, [
    ...removed(people.all()).map(({ id, at }) => ({ member: id, at })),
    ...removed(people.allDevices()).map(({ number, at }) => ({ device: Number(number), at })),
  ]);
}
