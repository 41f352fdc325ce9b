import { join } from 'node:path';
import { root } from '../unit/house/imports.ts';
import { CAPABILITY, TO_ONE } from './additions.ts';
import { facts } from './facts.ts';
import { type Addition, TrialTree } from './trial-tree.ts';

/**
 * `npm run house -- --json`: what the house is like, and what it costs to add to it, found by really adding to a copy: files
 * that change outside of the capability's folder, and for a capability of its own the lines. The last line is for programs.
 */

/** Why something could not be added, or was not right once it was. */
const wrong: string[] = [];

/** What a command said that failed, without what went well. */
function reasonOf(error: unknown): string {
  const { stdout = '', stderr = '', message = String(error) } = error as Partial<Record<string, string>>;
  const said = [message, stdout, stderr].join('\n').split('\n');
  return said
    .filter((line) => line.trim() !== '' && !line.includes('✓'))
    .join('\n')
    .slice(0, 4000);
}

/** What each of these costs, by name; null where it cannot be added. */
async function costs(
  additions: readonly Addition[],
  name: string,
  sum: (changed: ReadonlyMap<string, number>) => number,
): Promise<Record<string, number | null>> {
  const tree = new TrialTree(join(root, '.output', name));
  const found: [string, number | null][] = additions.map((addition) => {
    try {
      const changed = tree.add(addition);
      for (const [file, lines] of changed) console.log(`${addition.id}: ${file} (${lines})`);
      return [addition.id, sum(changed)];
    } catch (error) {
      wrong.push(`${addition.id}: ${reasonOf(error)}`);
      return [addition.id, null];
    }
  });
  for (const fault of await tree.check()) wrong.push(`${name}: ${reasonOf(fault)}`);
  return Object.fromEntries(found);
}

const files = (changed: ReadonlyMap<string, number>) => changed.size;
const lines = (changed: ReadonlyMap<string, number>) => [...changed.values()].reduce((sum, n) => sum + n, 0);

const cost = {
  ...(await costs(TO_ONE, 'house-one', files)),
  ...(await costs([CAPABILITY], 'house-capability', lines)),
};
for (const one of wrong) console.log(`WRONG  ${one}`);
console.log(JSON.stringify({ ...facts(), cost, ...(wrong.length > 0 && { wrong: wrong.length }) }));
process.exit(wrong.length === 0 ? 0 : 1);
