import { own } from '../../../src/workspace/named.ts';
import { ALLOWED } from './rules.ts';

type Rules = Readonly<Record<string, readonly string[]>>;

/** How many folders lie one over the other below a folder. */
function floorOf(folder: string, rules: Rules): number {
  return Math.max(0, ...(own(rules, folder) ?? []).map((below) => 1 + floorOf(below, rules)));
}

/** The house by its rules as docs/architecture.md draws it: a block for each floor, the highest first. */
export function picture(rules: Rules = ALLOWED): string {
  const takenBy = (folder: string) => own(rules, folder) ?? [];
  const floors = Map.groupBy(Object.keys(rules), (folder) => floorOf(folder, rules));
  const line = (folder: string) => `${folder.padEnd(11)} ${['takes', ...takenBy(folder)].join(' ')}`;
  const block = (folders: readonly string[]) =>
    folders.map((one) => (takenBy(one).length > 0 ? line(one) : one)).join('\n');
  return [...floors]
    .sort(([a], [b]) => b - a)
    .map(([, folders]) => block(folders))
    .join('\n\n');
}
