import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, root, sources } from '../unit/house/imports.ts';

/** Who imports a file, of src and of the unit tests; imports of types vanish before anything runs. */
function importers(): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const file of [...sources('src'), ...sources('test/unit')]) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { to, type } of importsOf(file, text)) if (!type) by.set(to, [...(by.get(to) ?? []), file]);
  }
  return by;
}

/** The unit tests that import a file, directly or through others: the nearest first, of those the smallest. */
export function testsOf(file: string, importedBy = importers()): string[] {
  const distance = new Map([[file, 0]]);
  for (const [one, away] of distance)
    for (const next of importedBy.get(one) ?? []) if (!distance.has(next)) distance.set(next, away + 1);
  const size = (test: string) => statSync(join(root, test)).size;
  return [...distance]
    .filter(([one]) => /^test\/unit\/.*\.test\.ts$/.test(one) && existsSync(join(root, one)))
    .sort(([a, near], [b, far]) => near - far || size(a) - size(b))
    .map(([one]) => one);
}
