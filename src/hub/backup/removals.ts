import { errorName, type Log } from '../log-line.ts';
import type { People } from '../people/people.ts';
import { addLine, noteMissing, type Removed } from './removal-lists.ts';

/** Keeps a removal where no restore undoes it. Where the disk is full it holds all the same; the line follows later. */
export function noteRemoval(folder: string, log: Log, removed: Removed): void {
  try {
    addLine(folder, 'removed', removed);
  } catch (error) {
    log('removal-not-noted', { error: errorName(error) });
  }
}

/** Notes all removals that could not be noted when they were made. */
export function noteRemovals(folder: string, people: People): void {
  const removed = <One extends { removed: number | null }>(ones: readonly One[]) =>
    ones.flatMap(({ removed: at, ...one }) => (at === null ? [] : [{ ...one, at: Number(at) }]));
  noteMissing(folder, [
    ...removed(people.all()).map(({ id, at }) => ({ member: id, at })),
    ...removed(people.allDevices()).map(({ number, at }) => ({ device: Number(number), at })),
  ]);
}
