import { own } from '../../../src/workspace/named.ts';
import { ALLOWED } from './rules.ts';

const takenBy = (folder: string): readonly string[] => own(ALLOWED, folder) ?? [];

/** How many folders lie one over the other below a folder. */
function floorOf(folder: string): number {
  return Math.max(0, ...takenBy(folder).map((below) => 1 + floorOf(below)));
}

/** The house by its rules as docs/architecture.md draws it: a block for each floor, the highest first. */
export function picture(): string {
  const floors = Map.groupBy(Object.keys(ALLOWED), floorOf);
  const line = (folder: string) => `${folder.padEnd(11)} ${['takes', ...takenBy(folder)].join(' ')}`;
  const block = (folders: readonly string[]) =>
    folders.map((one) => (takenBy(one).length > 0 ? line(one) : one)).join('\n');
  return [...floors]
    .sort(([a], [b]) => b - a)
    .map(([, folders]) => block(folders))
    .join('\n\n');
}
